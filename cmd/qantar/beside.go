package main

// beside runs f on a goroutine of its own; the function that it returns waits for
// what f has found.
func beside[T any](f func() (T, error)) (wait func() (T, error)) {
	var found T
	var err error
	done := make(chan struct{})
	go func() {
		defer close(done)
		found, err = f()
	}()
	return func() (T, error) {
		<-done
		return found, err
	}
}
