import type { TranscriptFile } from '../../protocol/answers.ts'
import { ok } from '../../protocol/refusal.ts'
import type { KeyStore } from '../browser/key-store.ts'
import { formatKeyFile } from '../crypto/key-file.ts'
import type { AccountApi } from '../net/account-api.ts'
import type { Reply } from '../net/http.ts'
import { makeNameRules } from '../room/name-rules.ts'
import { ALL_PROTOTYPES } from '../room/name-table.ts'
import { decryptRotatingTranscript } from './decrypt-rotating-transcript.ts'
import type { FaultTexts, OpenedTranscript } from './decrypt-transcript.ts'
import { loadOwnKeys } from './own-room-keys.ts'

interface OwnKeysSource {
  api: Pick<AccountApi, 'fetchOwnEpochs'>
  store: KeyStore
}

/** Decrypts the transcript of a room whose keys rotate, with what this browser keeps of it. */
export async function openRotatingTranscript(
  file: TranscriptFile,
  { api, store, texts }: OwnKeysSource & { texts: FaultTexts },
): Promise<Reply<OpenedTranscript>> {
  const keys = await loadOwnKeys(api, store, file.room.roomId)
  if (!keys.ok) return keys
  const { keyring } = keys.value
  return ok(await decryptRotatingTranscript(file, { keyring, rules: makeNameRules(ALL_PROTOTYPES), texts }))
}

/** Makes the key file of a room: the keys of all epochs that this browser can open and take out. */
export async function makeKeyFile(roomId: string, { api, store }: OwnKeysSource): Promise<Reply<string>> {
  const keys = await loadOwnKeys(api, store, roomId)
  return keys.ok ? ok(formatKeyFile({ roomId, keys: keys.value.roomKeys })) : keys
}
