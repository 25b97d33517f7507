/** Returns words that hyphens or dots join as one word for a type: `room-full` is `RoomFull`. */
export function toPascalCase(words: string): string {
  return words
    .split(/[-.]/)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('')
}
