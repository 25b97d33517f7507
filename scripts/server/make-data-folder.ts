import { mkdirSync } from 'node:fs'

/** Only whoever runs the server may look into the folder. */
const OWNER_ONLY = 0o700

/**
 * Makes the folder of the rooms, where it is not there yet. workerd writes files that every user of the machine may read, and what
 * is said in a room without encryption is in them. The rights of a folder that is there are its owner's own choice.
 * @throws where it can't be made
 */
export function makeDataFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: OWNER_ONLY })
}
