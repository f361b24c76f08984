package page

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"qantar/store"
)

// browsers are the commands under which systems have a browser of Chromium's kind.
var browsers = []string{"chromium", "chromium-browser", "google-chrome"}

// tools finds a browser and node, and installs the packages that the tests in
// the browser need. It skips the test where there is no such thing.
func tools(t *testing.T) (folder, browser, node string) {
	t.Helper()
	for _, name := range browsers {
		if path, err := exec.LookPath(name); err == nil {
			browser = path
			break
		}
	}
	node, err := exec.LookPath("node")
	npm, missing := exec.LookPath("npm")
	if browser == "" || err != nil || missing != nil {
		t.Skip("a page is looked at in chromium, driven by node, with packages from npm; not all of them are here: install chromium, nodejs and npm")
	}
	folder, err = filepath.Abs(filepath.Join("testdata", "browser"))
	if err != nil {
		t.Fatal(err)
	}
	install(t, npm, folder)
	return folder, browser, node
}

// install installs what package-lock.json names, where it is not installed yet.
func install(t *testing.T, npm, folder string) {
	t.Helper()
	lock, err := os.Stat(filepath.Join(folder, "package-lock.json"))
	if err != nil {
		t.Fatal(err)
	}
	done, err := os.Stat(filepath.Join(folder, "node_modules", ".package-lock.json"))
	if err == nil && !done.ModTime().Before(lock.ModTime()) {
		return
	}
	cmd := exec.Command(npm, "ci")
	cmd.Dir = folder
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Skipf("the packages for looking at a page could not be installed: %v\n%s", err, out)
	}
}

// TestScriptIsTyped has a compiler check the types that the page's script names
// in its comments.
func TestScriptIsTyped(t *testing.T) {
	folder, _, node := tools(t)
	cmd := exec.Command(node, "node_modules/typescript/bin/tsc", "-p", ".")
	cmd.Dir = folder
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

// TestInBrowser opens pages from the disk in a real browser and uses them as a
// reader does; see testdata/browser.
func TestInBrowser(t *testing.T) {
	if testing.Short() {
		t.Skip("a browser takes a minute or two")
	}
	folder, browser, node := tools(t)
	pages := t.TempDir()
	c, o := shippedPage(t)
	put := func(name string, c *store.Collection, o Options) {
		if err := os.WriteFile(filepath.Join(pages, name+".html"), []byte(pageOf(t, c, o)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	put("shipped", c, o)
	put("hostile", hostile(), o)
	zoned := zonedPages(t)
	for _, z := range zoned {
		put(z.Page, z.collection, o)
	}
	told, err := json.Marshal(zoned)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(pages, "zones.json"), told, 0o644); err != nil {
		t.Fatal(err)
	}
	o.Lang, o.Story = store.Russian, "the-week"
	put("story", c, o)
	cmd := exec.Command(node, "--test", "--test-reporter=spec", "page.test.mjs", "hostile.test.mjs", "access.test.mjs", "zones.test.mjs")
	cmd.Dir = folder
	cmd.Env = append(os.Environ(), "PAGES="+pages, "BROWSER="+browser)
	out, err := cmd.CombinedOutput()
	t.Logf("%s", out)
	if err != nil {
		t.Error(err)
	}
}
