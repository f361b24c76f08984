package when

import (
	"fmt"
	"time"
	_ "time/tzdata" // zones work on systems that have none installed
)

// Zone returns the time zone with an IANA name such as "Asia/Almaty". Unlike
// time.LoadLocation it refuses "" and "Local", which depend on the machine.
func Zone(name string) (*time.Location, error) {
	if name == "" || name == "Local" {
		return nil, fmt.Errorf("time zone %q has no fixed meaning; name one such as Asia/Almaty", name)
	}
	loc, err := time.LoadLocation(name)
	if err != nil {
		return nil, fmt.Errorf("time zone %.60q is not known; name one such as Asia/Almaty: %w", name, err)
	}
	return loc, nil
}
