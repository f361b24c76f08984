package main

import "fmt"

// read fetches, checks and reads all sources.
func read(dir cache) (inputs, error) {
	var in inputs
	for _, step := range []func(cache, *inputs) error{readLand, readLakes, readNames} {
		if err := step(dir, &in); err != nil {
			return in, err
		}
	}
	return in, nil
}

func readLand(dir cache, in *inputs) error {
	archive, err := dir.open(naturalEarth)
	if err != nil {
		return err
	}
	provinces, err := fromZipGz(archive, provincesPath)
	if err != nil {
		return err
	}
	if in.units, in.countries, err = readUnits(provinces); err != nil {
		return err
	}
	urban, err := fromZipGz(archive, urbanPath)
	if err != nil {
		return err
	}
	in.urban, in.shymkent, err = urbanOutlines(urban)
	return err
}

// fromZipGz returns a gzipped member of a zip archive, decompressed.
func fromZipGz(archive []byte, name string) ([]byte, error) {
	data, err := fromZip(archive, name)
	if err != nil {
		return nil, err
	}
	if data, err = gunzip(data); err != nil {
		return nil, fmt.Errorf("decompressing %s: %w", name, err)
	}
	return data, nil
}

func readLakes(dir cache, in *inputs) error {
	archive, err := dir.open(waterBodies)
	if err != nil {
		return err
	}
	lakes, rivers, err := readWater(archive)
	if err != nil {
		return err
	}
	in.lakes, in.rivers = lakeOutlines(lakes), riverArcs(rivers)
	return nil
}

func readNames(dir cache, in *inputs) error {
	debian, err := dir.open(translations)
	if err != nil {
		return err
	}
	files, err := fromDeb(debian, russianPath, kazakhPath)
	if err != nil {
		return err
	}
	var names catalogues
	if names.russian, err = readMO(files[0]); err != nil {
		return fmt.Errorf("Russian names: %w", err)
	}
	if names.kazakh, err = readMO(files[1]); err != nil {
		return fmt.Errorf("Kazakh names: %w", err)
	}
	archive, err := dir.open(towns)
	if err != nil {
		return err
	}
	table, err := fromTgz(archive, townsPath)
	if err != nil {
		return err
	}
	in.kazakh = names.kazakh
	in.places, err = readTowns(table, names)
	return err
}
