#!/bin/sh
# Makes of a folder what a container sees, inside namespaces of its own: a root that nobody can write to, the server, one
# volume, and no network but its own loopback. Then it runs a command beside it.
# Arguments: the folder, the server's folder and where it goes, the volume's folder and where it goes, the command.
set -eu
root=$1 server=$2 server_at=$3 volume=$4 volume_at=$5
shift 5
mount --bind "$root" "$root"
mkdir -p "$root$server_at" "$root$volume_at" "$root/proc" "$root/dev"
for device in null urandom; do
  : > "$root/dev/$device"
  mount --bind "/dev/$device" "$root/dev/$device"
done
mount --bind "$server" "$root$server_at"
mount -o remount,bind,ro "$root$server_at"
mount --bind "$volume" "$root$volume_at"
mount -o remount,bind,ro "$root"
ip link set lo up
exec "$@"
