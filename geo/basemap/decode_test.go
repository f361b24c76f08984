package basemap

import (
	"bytes"
	"compress/gzip"
	"slices"
	"strings"
	"testing"

	"github.com/paulmach/orb"
)

func pack(t testing.TB, raw []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	zw := gzip.NewWriter(&out)
	if _, err := zw.Write(raw); err != nil {
		t.Fatal(err)
	}
	if err := zw.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestDecodeRefuses(t *testing.T) {
	raw, err := decompress(assetBytes(t))
	if err != nil {
		t.Fatal(err)
	}
	for name, tc := range map[string]struct {
		asset []byte
		want  string
	}{
		"nothing":         {nil, "cannot be decompressed"},
		"no gzip":         {[]byte("a basemap"), "cannot be decompressed"},
		"cut gzip":        {assetBytes(t)[:1000], "cannot be decompressed"},
		"bomb":            {pack(t, make([]byte, maxBytes+1)), "more than"},
		"other version":   {pack(t, []byte("QANTARMAP\x01")), "version"},
		"header only":     {pack(t, []byte(Magic)), "damaged"},
		"cut in arcs":     {pack(t, raw[:len(raw)/2]), "damaged"},
		"one byte less":   {pack(t, raw[:len(raw)-1]), "damaged"},
		"one byte more":   {pack(t, append(raw[:len(raw):len(raw)], 0)), "too many"},
		"too many levels": {pack(t, []byte(Magic+"\x05\x01\x01\x01\x01\x01")), "details"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Decode(tc.asset)
			if err == nil || !strings.Contains(err.Error(), tc.want) {
				t.Errorf("got error %v, want one with %q", err, tc.want)
			}
		})
	}
}

func TestRealAssetIsSmall(t *testing.T) {
	if n := len(assetBytes(t)); n > 2<<20 {
		t.Errorf("the asset has %d bytes, more than 2 MiB", n)
	}
}

// TestGeometry checks for every detail what a painter relies on.
func TestGeometry(t *testing.T) {
	m := realMap(t)
	for i := range m.Details {
		d := &m.Details[i]
		for _, arc := range d.Arcs() {
			checkArc(t, arc)
		}
		m.polygons(func(p *Polygon) { checkPolygon(t, d, p) })
		for _, l := range m.Lines {
			checkWithin(t, d.Arcs()[l.Arc], l.Bound)
		}
	}
}

// checkArc makes sure that parts follow each other and know their bounds.
func checkArc(t *testing.T, arc Arc) {
	t.Helper()
	for i, part := range arc {
		if n := len(part.Points); n < 2 || n > partPoints || part.Bound != boundOf(part.Points) {
			t.Errorf("part of %d points with bound %v", n, part.Bound)
		}
		if i > 0 && arc[i-1].Points[len(arc[i-1].Points)-1] != part.Points[0] {
			t.Error("a part does not begin where the one before ends")
		}
	}
}

func checkPolygon(t *testing.T, d *Detail, p *Polygon) {
	t.Helper()
	for _, r := range p.Rings {
		if points := ringPoints(d, r); len(points) > 0 && points[0] != points[len(points)-1] {
			t.Errorf("ring of %d points is open", len(points))
		}
		for _, ref := range r.Refs {
			checkWithin(t, d.Arcs()[ref.Arc()], r.Bound)
		}
		if p.Bound.Union(r.Bound) != p.Bound {
			t.Errorf("polygon bound %v does not hold its ring %v", p.Bound, r.Bound)
		}
	}
}

func checkWithin(t *testing.T, arc Arc, bound orb.Bound) {
	t.Helper()
	for _, part := range arc {
		if bound.Union(part.Bound.wide()) != bound {
			t.Errorf("bound %v does not hold its part %v", bound, part.Bound)
		}
	}
}

// ringPoints strings the arcs of a ring together.
func ringPoints(d *Detail, r Ring) (out orb.Ring) {
	for _, ref := range r.Refs {
		var line orb.Ring
		for _, part := range d.Arcs()[ref.Arc()] {
			for _, p := range part.Points {
				line = append(line, p.wide())
			}
		}
		if ref.Back() {
			line.Reverse()
		}
		out = append(out, line...)
	}
	return slices.Compact(out)
}

type step struct{ from, to orb.Point }

// TestNoGaps walks the edges of all regions of Kazakhstan: in a partition each
// runs once each way, but for those along the limit of the country, which must
// be the very edges of the country's own rings.
func TestNoGaps(t *testing.T) {
	m := realMap(t)
	kz, _ := m.AreaIndex("KZ")
	for i := range m.Details {
		d := &m.Details[i]
		open := map[step]bool{}
		for j, a := range m.Areas {
			if a.Kind == Region && a.Country == "KZ" {
				cancel(open, d, &m.Areas[j].Shape)
			}
		}
		want := map[step]bool{}
		cancel(want, d, &m.Areas[kz].Shape)
		for e := range open {
			if !want[e] {
				t.Fatalf("detail %d: regions leave a gap or overlap at %v", i, e)
			}
		}
		if len(open) != len(want) || len(want) == 0 {
			t.Errorf("detail %d: regions' limit has %d edges, the country's %d", i, len(open), len(want))
		}
	}
}

// cancel adds a polygon's edges and removes those that run back along others.
func cancel(edges map[step]bool, d *Detail, p *Polygon) {
	for _, r := range p.Rings {
		points := ringPoints(d, r)
		for i := 1; i < len(points); i++ {
			e := step{points[i-1], points[i]}
			if back := (step{e.to, e.from}); edges[back] {
				delete(edges, back)
			} else {
				edges[e] = true
			}
		}
	}
}

// TestBordersOnce makes sure that no stretch of border is drawn twice.
func TestBordersOnce(t *testing.T) {
	m := realMap(t)
	for i, d := range m.Details[2:] {
		seen, twice := map[step]bool{}, 0
		for _, l := range m.Lines {
			if l.Rank == River {
				continue
			}
			points := ringPoints(&d, Ring{Refs: []Ref{Ref(2 * l.Arc)}})
			for j := 1; j < len(points); j++ {
				e := step{points[j-1], points[j]}
				if seen[e] || seen[step{e.to, e.from}] {
					twice++
				}
				seen[e] = true
			}
		}
		if twice*1000 > len(seen) { // slivers may collapse onto one edge
			t.Errorf("detail %d: %d of %d edges are drawn twice", i+2, twice, len(seen))
		}
	}
}

func TestOrientation(t *testing.T) {
	m := realMap(t)
	for _, a := range m.Areas {
		sum := 0.0
		for _, r := range a.Shape.Rings {
			sum += signedArea(ringPoints(m.finest(), r))
		}
		if sum <= 0 && len(a.Shape.Rings) > 0 {
			t.Errorf("%s: outer rings must run clockwise, area %g", a.Code, sum)
		}
	}
}

// signedArea is positive for a ring that runs clockwise where y points down.
func signedArea(r orb.Ring) (sum float64) {
	for i := 1; i < len(r); i++ {
		sum += (r[i-1][0]*r[i][1] - r[i][0]*r[i-1][1]) / 2
	}
	return sum
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte(Magic))
	f.Add([]byte(Magic + "\x01\x5a\x01\x00\x00\x04\x00\x00\x02\x02\x01\x00\x02\x02\x01\x00\x01\x01\x00\x00\x00\x00\x00\x00"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		m, err := Decode(pack(t, raw))
		if err != nil {
			return
		}
		for i := range m.Details {
			for _, r := range m.Land.Rings {
				for _, ref := range r.Refs {
					checkWithin(t, m.Details[i].Arcs()[ref.Arc()], r.Bound)
				}
			}
		}
		m.CountryAt(orb.Point{70, 45}, 10)
	})
}
