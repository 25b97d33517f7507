/** Returns the invite link of the room that this page shows: without what stands before its path in a frame of another site. */
export function inviteAddress(): string {
  return location.origin + location.pathname.replace('/embed', '') + location.hash
}
