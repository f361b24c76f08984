#!/bin/sh
# Installs Qantar from the folder that this script lies in.
#
#   ./install.sh              for you alone, into ~/.local
#   sudo ./install.sh         for everybody, into /usr/local
#   ./install.sh --prefix DIR into another folder
#   ./install.sh --uninstall  takes away what was installed in the same place
#
# Your collections, stories and settings are left in either case.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
if [ "$(id -u)" = 0 ]; then prefix=/usr/local; else prefix=$HOME/.local; fi
uninstall=
while [ $# -gt 0 ]; do
	case $1 in
	--uninstall) uninstall=yes ;;
	--prefix) [ $# -gt 1 ] || { echo "install.sh: --prefix wants a folder" >&2; exit 2; }; prefix=$2; shift ;;
	-h | --help) sed -n '2,9s/^# \{0,1\}//p' "$0"; exit 0 ;;
	*) echo "install.sh: $1 is not known; see --help" >&2; exit 2 ;;
	esac
	shift
done
case $prefix in /*) ;; *) prefix=$(pwd)/$prefix ;; esac

# What was installed stands in a list, by which it is found again.
list=$prefix/share/qantar/installed

remove() {
	[ -f "$list" ] || return 1
	while IFS= read -r file; do
		rm -f "$prefix/$file"
		rmdir -p "$(dirname "$prefix/$file")" 2>/dev/null || true
	done <"$list"
	rm -f "$list"
	rmdir "$prefix/share/qantar" 2>/dev/null || true
}

refresh() {
	! command -v update-desktop-database >/dev/null || update-desktop-database -q "$prefix/share/applications" 2>/dev/null || true
	! command -v update-mime-database >/dev/null || [ ! -d "$prefix/share/mime/packages" ] || update-mime-database "$prefix/share/mime" 2>/dev/null || true
	! command -v gtk-update-icon-cache >/dev/null || gtk-update-icon-cache -qtf "$prefix/share/icons/hicolor" 2>/dev/null || true
}

if [ -n "$uninstall" ]; then
	remove || { echo "install.sh: Qantar is not installed in $prefix by this script" >&2; exit 1; }
	refresh
	echo "Qantar is removed from $prefix. What you made is still in ${XDG_DATA_HOME:-$HOME/.local/share}/qantar."
	exit 0
fi

[ -x "$here/bin/qantar" ] || { echo "install.sh: the programs are missing beside it; unpack the whole archive" >&2; exit 1; }
remove || true
mkdir -p "$prefix/share/qantar"
(cd "$here" && find bin share -type f | sort) >"$list"
while IFS= read -r file; do
	mkdir -p "$prefix/$(dirname "$file")"
	cp -f "$here/$file" "$prefix/$file"
done <"$list"
# The menu starts the program where it stands, whether or not a shell finds it.
entry=$prefix/share/applications/io.github.qantar.Qantar.desktop
sed "s|^Exec=qantar |Exec=\"$prefix/bin/qantar\" |" "$here/share/applications/io.github.qantar.Qantar.desktop" >"$entry"
refresh
echo "Qantar is installed in $prefix. It stands in the menu of programs; from a shell: $prefix/bin/qantar"
