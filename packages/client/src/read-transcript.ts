import { decryptTranscript, type FaultTexts } from '../../../client/account/decrypt-transcript.ts'
import { openRotatingTranscript } from '../../../client/account/open-rotating-transcript.ts'
import type { AccountApi } from '../../../client/net/account-api.ts'
import type { TranscriptFile } from '../../../protocol/answers.ts'
import { FORMATS } from '../../../protocol/transcript.ts'
import { readLink } from './address.ts'
import type { TranscriptOptions } from './facilitator.ts'
import type { FacilitatorKeys } from './facilitator-keys.ts'
import { done, type Outcome, refuse } from './refusal.ts'

/** In the place of a message that is not as its sender wrote it. */
const FAULTS: FaultTexts = {
  unreadable: '[This message can not be opened with the keys of this session.]',
  plain: (text) => `[This message was not encrypted.] ${text}`,
}

/** Reads what was said in a facilitator's room, opened, and writes it down. */
export async function readTranscript(
  api: AccountApi,
  store: FacilitatorKeys,
  roomId: string,
  { format = 'json', link }: TranscriptOptions,
): Promise<Outcome<string>> {
  const reply = await api.fetchTranscript(roomId)
  if (!reply.ok) return refuse(reply.refusal)
  const opened = await openTranscript(reply.value, { api, store, link })
  if (!opened.ok) return opened
  const { room, messages } = opened.value
  const { head, message, tail } = FORMATS[format]
  return done([head(room), ...messages.map(message), tail()].join(''))
}

async function openTranscript(
  file: TranscriptFile,
  { api, store, link }: { api: AccountApi; store: FacilitatorKeys; link: string | undefined },
): Promise<Outcome<TranscriptFile>> {
  const { encryption, keys } = file.room
  if (encryption === 'none') return done(file)
  if (keys === 2) {
    const opened = await openRotatingTranscript(file, { api, store, texts: FAULTS })
    // The room is there: it is the keys that are not here.
    if (!opened.ok) return refuse(opened.refusal.code === 'room-not-found' ? 'no-key' : opened.refusal)
    return done(opened.value.transcript)
  }
  const linkKey = link === undefined ? null : readLink(link).value?.linkKey
  if (!linkKey) return refuse('no-key')
  return done((await decryptTranscript(file, linkKey, FAULTS)).transcript)
}
