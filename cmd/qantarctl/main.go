// Qantarctl does Qantar's work without a window: it builds, checks, lists
// and draws collections.
package main

import "os"

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }
