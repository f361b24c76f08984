package main

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"
)

// document is a list of what the programs contain in the form of SPDX 2.3,
// https://spdx.github.io/spdx-spec/v2.3/.
type document struct {
	Version       string         `json:"spdxVersion"`
	DataLicence   string         `json:"dataLicense"`
	ID            string         `json:"SPDXID"`
	Name          string         `json:"name"`
	Namespace     string         `json:"documentNamespace"`
	Creation      creation       `json:"creationInfo"`
	Packages      []spdxPackage  `json:"packages"`
	Relationships []relationship `json:"relationships"`
	OtherLicences []otherLicence `json:"hasExtractedLicensingInfos"`
}

type creation struct {
	Created  string   `json:"created"`
	Creators []string `json:"creators"`
}

type spdxPackage struct {
	ID        string     `json:"SPDXID"`
	Name      string     `json:"name"`
	Version   string     `json:"versionInfo,omitempty"`
	From      string     `json:"downloadLocation"`
	Analyzed  bool       `json:"filesAnalyzed"`
	Concluded string     `json:"licenseConcluded"`
	Declared  string     `json:"licenseDeclared"`
	Copyright string     `json:"copyrightText"`
	Refs      []external `json:"externalRefs,omitempty"`
}

type external struct {
	Category string `json:"referenceCategory"`
	Type     string `json:"referenceType"`
	Locator  string `json:"referenceLocator"`
}

type relationship struct {
	Element string `json:"spdxElementId"`
	Type    string `json:"relationshipType"`
	Related string `json:"relatedSpdxElement"`
}

type otherLicence struct {
	ID   string `json:"licenseId"`
	Text string `json:"extractedText"`
	Name string `json:"name"`
}

const (
	documentID = "SPDXRef-DOCUMENT"
	productID  = "SPDXRef-Package-qantar"
)

// sbom lists what a build contains. Its name is unique to version and commit.
func sbom(b build, parts []part) []byte {
	d := document{
		Version: "SPDX-2.3", DataLicence: "CC0-1.0", ID: documentID, Name: "qantar-" + b.version,
		Namespace: "https://spdx.org/spdxdocs/qantar-" + b.version + "-" + strings.Trim(b.commit, "+"),
		Creation:  creation{b.at.Format(time.RFC3339), []string{"Organization: The Qantar authors", "Tool: qantar-release"}},
		Packages: []spdxPackage{{ID: productID, Name: "qantar", Version: b.version, From: unknown, Concluded: "MIT", Declared: "MIT",
			Copyright: "Copyright (c) 2026 The Qantar authors"}},
		Relationships: []relationship{{documentID, "DESCRIBES", productID}},
		OtherLicences: []otherLicence{{publicDomain.id, publicDomain.text, "Public domain"}},
	}
	for _, p := range parts {
		listed := listing(p)
		d.Packages = append(d.Packages, listed)
		d.Relationships = append(d.Relationships, relationship{productID, "CONTAINS", listed.ID})
	}
	text, err := json.MarshalIndent(d, "", "  ")
	if err != nil { // strings and booleans can always be written
		panic(err)
	}
	return append(text, '\n')
}

// notInIDs is what SPDX's identifiers cannot hold.
var notInIDs = regexp.MustCompile(`[^A-Za-z0-9.]+`)

// listing is a part as a package of SPDX.
func listing(p part) spdxPackage {
	licences := expression(p)
	listed := spdxPackage{
		ID: "SPDXRef-Package-" + notInIDs.ReplaceAllString(p.name, "-"), Name: p.name, Version: p.version, From: unknown,
		Concluded: licences, Declared: licences, Copyright: unknown,
	}
	if p.module {
		listed.Refs = []external{{"PACKAGE-MANAGER", "purl", fmt.Sprintf("pkg:golang/%s@%s", p.name, p.version)}}
	}
	return listed
}

// expression joins the licences of a part.
func expression(p part) string {
	var ids []string
	for _, l := range p.licences {
		if l.id != unknown && !slices.Contains(ids, l.id) {
			ids = append(ids, l.id)
		}
	}
	if len(ids) == 0 {
		return unknown
	}
	slices.Sort(ids)
	return strings.Join(ids, " AND ")
}
