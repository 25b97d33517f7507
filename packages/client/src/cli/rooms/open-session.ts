import type { Facilitator, FacilitatorSession } from '../../facilitator.ts'
import { resumeFacilitator, signIn } from '../../index.ts'
import type { Arguments, Option } from '../arguments.ts'
import { askHidden } from '../ask-hidden.ts'
import { describeRefusal } from '../describe-refusal.ts'
import { endWithUsage, type Read } from '../ending.ts'
import type { Io } from '../io.ts'
import { readPrivateFile, writePrivateFile } from '../private-file.ts'
import { PASSWORD_OPTION, readPassword } from '../read-password.ts'
import { StdinText } from '../stdin-text.ts'

/** The options of every command of a facilitator. */
export const SESSION_OPTIONS: Readonly<Record<string, Option>> = {
  session: {
    type: 'string',
    value: 'FILE',
    help: 'keeps the login and the keys of planned rooms (mode 0600); needed',
  },
  server: {
    type: 'string',
    value: 'ORIGIN',
    help: 'to sign in: where the account is, such as https://chat.example',
  },
  email: { type: 'string', value: 'ADDRESS', help: 'to sign in: the address of the account' },
  'password-file': { ...PASSWORD_OPTION, help: `to sign in: ${PASSWORD_OPTION.help}` },
}

/** What the help of each of them says of it. */
export const SESSION_HELP = `The file of --session keeps the login and the keys of the rooms that were planned with it: without
them nobody opens the transcript of an encrypted room. Where it is not there yet, or the login is over, --server,
--email and the password sign in; the password is asked for where somebody sits at a terminal.`

/** A facilitator who is signed in. */
export interface OpenSession {
  facilitator: Facilitator
  /** Writes the session as it is now: with the keys of a room that was just planned. */
  save(): Read<void>
}

/** Signs in, or goes on with the session that is kept in a file. */
export async function openSession(args: Arguments, io: Io): Promise<Read<OpenSession>> {
  const file = args.readText('session')
  if (!file) return endWithUsage('Say where the login is kept: --session FILE')
  const kept = readPrivateFile<FacilitatorSession>(file, 'session')
  if (!kept.ok) return kept
  const isSigningIn = args.readText('email') !== undefined
  const opened = isSigningIn
    ? await signInAnew(args, io, kept.value)
    : kept.value
      ? await resume(kept.value)
      : endWithUsage('There is no login in this file yet: add --server ORIGIN and --email ADDRESS.')
  if (!opened.ok) return opened
  const facilitator = opened.value
  const save = () => writePrivateFile(file, 'session', facilitator.session)
  const saved = save()
  return saved.ok ? { ok: true, value: { facilitator, save } } : saved
}

async function signInAnew(
  args: Arguments,
  io: Io,
  kept: FacilitatorSession | null,
): Promise<Read<Facilitator>> {
  const server = args.readText('server') ?? kept?.server
  const email = args.readText('email') ?? ''
  if (!server) return endWithUsage('Say where the account is: --server ORIGIN')
  const given = await readPassword(args, io, new StdinText(io.stdin))
  if (!given.ok) return given
  const password = given.value ?? (await askHidden(io, `The password of ${email}:`))
  if (password === null)
    return endWithUsage('Give the password by --password-file FILE or PRIVATE_CHAT_PASSWORD.')
  const { value, refusal } = await signIn({ server, email, password })
  if (refusal) return { ok: false, ending: describeRefusal(refusal) }
  // The keys of rooms that were planned before open their transcripts still.
  return kept
    ? resume({ ...value.session, keys: { ...kept.keys, ...value.session.keys } })
    : { ok: true, value }
}

async function resume(session: FacilitatorSession): Promise<Read<Facilitator>> {
  const { value, refusal } = await resumeFacilitator(session)
  return refusal ? { ok: false, ending: describeRefusal(refusal) } : { ok: true, value }
}
