package main

import "github.com/go-gl/glfw/v3.4/glfw"

// classWindows lets X11 windows that are made from now on carry the program's name
// as their class, by which desktops find the entry with its icon. Without it
// the class is the title, which names the collection. Wayland's is set by Fyne.
// It is called once the library under Fyne has been started, which a first
// window does before it is shown.
func classWindows() {
	glfw.WindowHintString(glfw.X11ClassName, appID)
	glfw.WindowHintString(glfw.X11InstanceName, "qantar")
}
