import { evictDurableObject, runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { scryptSync } from 'node:crypto'
import { nanoid } from 'nanoid'
import { describe, expect, test } from 'vitest'
import { hashPassword } from '../../worker/secrets/password.ts'
import { claimSecret, type DeviceToken, digest } from '../../worker/secrets/secret.ts'
import { refusalOf } from '../support/api-client.ts'
import { exhaustRateLimit } from './exhaust-rate-limit.ts'
import { DAY, Facilitator, listAccountTables, PASSWORD, runInAccount } from './facilitator.ts'
import { ORIGIN, Person } from './person.ts'

/** Tries so often that no more is looked at. */
async function exhaustAttempts(attempt: () => Promise<unknown>): Promise<void> {
  for (let index = 0; index < 10; index += 1) await attempt()
}

describe('signing up', () => {
  test('gives the account, ten codes and a session', async () => {
    const ann = new Facilitator('  Ann.Lee@Example.com ')
    const { status, headers, text } = await ann.callApi('POST', '/api/accounts', {
      email: ann.email,
      password: PASSWORD,
    })
    expect(status).toBe(201)
    const account = JSON.parse(text)
    expect(account).toEqual({
      accountId: expect.stringMatching(/^[0-9a-f]{64}$/),
      email: 'Ann.Lee@Example.com',
      createdAt: expect.any(Number),
      authProvider: 'password',
      recoveryCodesLeft: 10,
      recoveryCodes: expect.any(Array),
    })
    expect(new Set(account.recoveryCodes).size).toBe(10)
    for (const code of account.recoveryCodes) expect(code).toMatch(/^([0-9a-z]{4}-){3}[0-9a-z]{4}$/)
    const [cookie = ''] = headers.getSetCookie()
    expect(cookie).toMatch(
      /^session=[0-9a-f]{64}\.[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
    )
    const { recoveryCodes: _, ...rest } = account
    expect(JSON.parse((await ann.callApi('GET', '/api/session')).text)).toEqual(rest)
  })

  test('sets a Secure cookie on https', async () => {
    const ann = new Facilitator()
    const { headers } = await ann.callApi('POST', `${ORIGIN.replace('http:', 'https:')}/api/accounts`, {
      email: ann.email,
      password: PASSWORD,
    })
    expect(headers.getSetCookie()[0]).toContain('Secure')
  })

  test('is refused where somebody has the address, in whatever spelling', async () => {
    const ann = await Facilitator.signUp()
    const other = new Person()
    const reply = await other.callApi('POST', '/api/accounts', {
      email: ann.email.toUpperCase(),
      password: 'another password',
    })
    expect(refusalOf(reply)).toEqual([409, 'email-taken'])
    expect(reply.headers.get('set-cookie')).toBe(null)
    expect((await ann.signIn()).status).toBe(200)
  })

  interface Case {
    what: string
    body: unknown
    path: string
  }
  const CASES: Case[] = [
    { what: 'no address', body: { password: PASSWORD }, path: 'email' },
    { what: 'an address without an @', body: { email: 'ann', password: PASSWORD }, path: 'email' },
    { what: 'an address without a domain', body: { email: 'ann@host', password: PASSWORD }, path: 'email' },
    {
      what: 'an address with a space',
      body: { email: 'a nn@example.com', password: PASSWORD },
      path: 'email',
    },
    { what: 'nine characters', body: { email: 'ann@example.com', password: '123456789' }, path: 'password' },
    { what: 'a direction', body: { email: 'ann\u202e@example.com', password: PASSWORD }, path: 'email' },
    { what: 'a control', body: { email: 'a\u0007nn@example.com', password: PASSWORD }, path: 'email' },
    { what: 'nothing seen', body: { email: 'a\u200bnn@example.com', password: PASSWORD }, path: 'email' },
    { what: 'a blank letter', body: { email: 'ann@exam\u3164ple.com', password: PASSWORD }, path: 'email' },
    { what: 'no such domain', body: { email: 'ann@example.99', password: PASSWORD }, path: 'email' },
    {
      what: 'one of the commonest',
      body: { email: 'ann@example.com', password: 'Password123' },
      path: 'password',
    },
    {
      what: 'the address itself',
      body: { email: 'ann@example.com', password: 'Ann@Example.com' },
      path: 'password',
    },
    {
      what: '257 characters',
      body: { email: 'ann@example.com', password: 'x'.repeat(257) },
      path: 'password',
    },
  ]
  test.for(CASES)('is refused with $what', async ({ body, path }) => {
    const reply = await new Person().callApi('POST', '/api/accounts', body)
    expect(refusalOf(reply)).toEqual([400, 'invalid-request'])
    expect(reply.body.error?.issues?.map((issue) => issue.path)).toContain(path)
  })

  test('takes a Unicode domain and its punycode for one', async () => {
    const local = nanoid(8)
    const unicode = new Facilitator(`${local}@Bücher.example`)
    await unicode.signUp()
    for (const domain of [
      'xn--bcher-kva.example',
      'XN--BCHER-KVA.EXAMPLE',
      'bücher.example',
      'bu\u0308cher.example',
    ]) {
      const email = `${local}@${domain}`
      const again = await new Person().callApi('POST', '/api/accounts', {
        email,
        password: 'another password',
      })
      expect([domain, ...refusalOf(again)]).toEqual([domain, 409, 'email-taken'])
      const signedIn = await new Person().callApi('POST', '/api/session', { email, password: PASSWORD })
      expect([domain, signedIn.status]).toEqual([domain, 200])
    }
  })

  test('finds an account that was made when the domain counted as it was typed', async () => {
    const email = `${nanoid(8)}@bücher.example`
    const older = env.ACCOUNTS.get(env.ACCOUNTS.idFromName(digest(email.toLowerCase())))
    await older.signUp({ email, password: PASSWORD }, 'a test')
    const ann = new Person()
    expect((await ann.callApi('POST', '/api/session', { email, password: PASSWORD })).status).toBe(200)
    expect(JSON.parse((await ann.callApi('GET', '/api/session')).text).accountId).toBe(older.id.toString())
    const again = await new Person().callApi('POST', '/api/accounts', { email, password: 'another password' })
    expect(refusalOf(again)).toEqual([409, 'email-taken'])
  })

  test('stores neither password nor codes nor sessions as they are', async () => {
    const ann = await Facilitator.signUp()
    const stored = await ann.runInAccount(({ sql }) =>
      ['profile', 'sessions', 'recovery_codes'].map((table) => sql.exec(`SELECT * FROM ${table}`).toArray()),
    )
    const everything = JSON.stringify(stored)
    expect(everything).toContain('scrypt$1024$8$1$')
    const secret = ann.sessionCookie.split('.').at(-1) ?? ''
    for (const plain of [PASSWORD, secret, ...ann.account.recoveryCodes]) {
      expect(everything).not.toContain(plain)
      expect(everything).not.toContain(plain.replaceAll('-', ''))
    }
  })
})

describe('signing in', () => {
  test('opens a session besides those there are', async () => {
    const ann = await Facilitator.signUp()
    const phone = new Person()
    const reply = await ann.signIn(PASSWORD, phone)
    expect(reply.status).toBe(200)
    expect(reply.body).toMatchObject({ email: ann.email, accountId: ann.account.accountId })
    for (const person of [ann, phone]) expect((await person.callApi('GET', '/api/session')).status).toBe(200)
  })

  test('takes an address in another spelling', async () => {
    const ann = await Facilitator.signUp()
    const reply = await new Person().callApi('POST', '/api/session', {
      email: ` ${ann.email.toUpperCase()}`,
      password: PASSWORD,
    })
    expect(reply.status).toBe(200)
  })

  test('answers a wrong password as an unknown address, and stores nothing of that one', async () => {
    const ann = await Facilitator.signUp()
    const email = `${nanoid()}@example.com`
    const wrong = await ann.signIn('not the password')
    const unknown = await new Person().callApi('POST', '/api/session', { email, password: PASSWORD })
    expect(refusalOf(wrong)).toEqual([401, 'wrong-credentials'])
    expect([unknown.status, unknown.text]).toEqual([wrong.status, wrong.text])
    expect(await listAccountTables(email)).toEqual([])
    expect(await runInAccount(email, (storage) => storage.getAlarm())).toBe(null)
  })

  test('slows down after ten wrong ones, with the time to wait, for the unknown as for the known', async () => {
    const ann = await Facilitator.signUp()
    const nobody = new Facilitator()
    for (const person of [ann, nobody]) {
      const guesser = new Person()
      await exhaustAttempts(() => person.signIn('not the password', guesser))
      const reply = await person.signIn(PASSWORD, new Person(guesser.address))
      expect(refusalOf(reply)).toEqual([429, 'too-many-attempts'])
      const wait = Number(reply.headers.get('retry-after'))
      expect(wait).toBeGreaterThan(0)
      expect(wait).toBeLessThanOrEqual(60)
    }
    expect(await listAccountTables(nobody.email)).toEqual([])
    // Two dozen slow hashes: half a minute on a machine that is busy with other things.
  }, 60_000)

  test('counts through sleep, and again when the minute is over', async () => {
    const ann = await Facilitator.signUp()
    const guesser = new Person()
    await exhaustAttempts(() => ann.signIn('not the password', guesser))
    await evictDurableObject(ann.accountObject)
    expect(refusalOf(await ann.signIn(PASSWORD, guesser))).toEqual([429, 'too-many-attempts'])
    await ann.runInAccount(({ sql }) => void sql.exec('UPDATE tries SET at = at - 60001'))
    expect((await ann.signIn(PASSWORD, guesser)).status).toBe(200)
  })

  test('counts in a race, too, and the same for an unknown address', async () => {
    const ann = await Facilitator.signUp()
    for (const person of [ann, new Facilitator()]) {
      const guesser = new Person()
      const replies = await Promise.all(
        Array.from({ length: 20 }, () => person.signIn('not the password', guesser)),
      )
      const codes = replies.map((reply) => refusalOf(reply)[1])
      expect(codes.filter((code) => code === 'wrong-credentials')).toHaveLength(10)
      expect(codes.filter((code) => code === 'too-many-attempts')).toHaveLength(10)
    }
  })

  test('is no way for a stranger to lock the owner out, wherever the owner is', async () => {
    const ann = await Facilitator.signUp()
    const guesser = new Person()
    await exhaustAttempts(() => ann.signIn('not the password', guesser))
    expect((await ann.signIn(PASSWORD, new Person())).status).toBe(200)
    expect((await ann.callApi('GET', '/api/session')).status).toBe(200)
    expect((await ann.requestSchedule()).status).toBe(201)
    const change = { password: PASSWORD, newPassword: 'another password' }
    expect((await ann.callApi('PATCH', '/api/account', change)).status).toBe(200)
    expect((await ann.callApi('DELETE', '/api/account', { password: 'another password' })).status).toBe(204)
  })

  describe('while many people guess', () => {
    /** Has so many wrong ones be known as it takes to shut strangers out. */
    const letCrowdGuess = (ann: Facilitator) =>
      ann.runInAccount(({ sql }) => {
        for (let n = 0; n < 300; n += 1) {
          sql.exec("INSERT INTO tries (scope, at, source) VALUES ('sign-in', ?, ?)", Date.now(), `${n}`)
        }
      })

    test('is for those alone who signed in on their device before, by whatever session', async () => {
      const ann = await Facilitator.signUp()
      const phone = new Person()
      await ann.signIn(PASSWORD, phone)
      await letCrowdGuess(ann)
      expect(refusalOf(await ann.signIn(PASSWORD, new Person()))).toEqual([429, 'too-many-attempts'])
      for (const person of [ann, phone]) {
        await person.callApi('DELETE', '/api/session')
        expect((await ann.signIn(PASSWORD, person)).status).toBe(200)
      }
      // Whose device is another account's is a stranger.
      expect(refusalOf(await ann.signIn(PASSWORD, await Facilitator.signUp()))).toEqual([
        429,
        'too-many-attempts',
      ])
    })

    test('counts the wrong ones of a device that is known', async () => {
      const ann = await Facilitator.signUp()
      await letCrowdGuess(ann)
      await exhaustAttempts(async () =>
        expect(refusalOf(await ann.signIn('wrong'))).toEqual([401, 'wrong-credentials']),
      )
      expect(refusalOf(await ann.signIn())).toEqual([429, 'too-many-attempts'])
    })

    test('lets a device that is known go before those who guess, of whom few may wait', async () => {
      const ann = await Facilitator.signUp()
      const [, cookie = ''] = /known-device=\w+\.([\w-]+)/.exec(ann.cookieHeader('/api/session')) ?? []
      const knownDevice: DeviceToken = claimSecret(cookie)
      const answers: string[] = []
      await runInDurableObject(ann.accountObject, async (account) => {
        const ask = async (source: string, password: string, device: DeviceToken | null) => {
          const request = { email: ann.email, password }
          const { refusal } = await account.signIn(request, 'Firefox', { source, knownDevice: device })
          answers.push(`${source} ${refusal?.code ?? 'in'}`)
        }
        const strangers = Array.from({ length: 27 }, (_, n) => ask(`stranger ${n}`, 'wrong', null))
        await ask('owner', PASSWORD, knownDevice)
        expect(answers.filter((answer) => answer.endsWith('busy'))).toEqual([
          'stranger 25 busy',
          'stranger 26 busy',
        ])
        expect(answers.filter((answer) => answer.endsWith('wrong-credentials')).length).toBeLessThan(3)
        expect(answers).toContain('owner in')
        await Promise.all(strangers)
      })
    })

    test('lets a recovery code in, whoever tries codes', async () => {
      const ann = await Facilitator.signUp()
      await letCrowdGuess(ann)
      const recover = (person: Person, code = '') =>
        person.callApi('POST', '/api/account/recovery', {
          email: ann.email,
          code,
          newPassword: 'another password',
        })
      const guesser = new Person()
      await exhaustAttempts(() => recover(guesser, '0000-0000-0000-0000'))
      expect((await recover(new Person(), ann.account.recoveryCodes[0])).status).toBe(200)
    })

    test('knows a device no longer once the password was changed elsewhere, or recovered', async () => {
      const ann = await Facilitator.signUp()
      const phone = new Person()
      await ann.signIn(PASSWORD, phone)
      const change = { password: PASSWORD, newPassword: 'another password' }
      const changed = await ann.callApi('PATCH', '/api/account', change)
      const [code] = JSON.parse(changed.text).recoveryCodes
      await letCrowdGuess(ann)
      expect(refusalOf(await ann.signIn('another password', phone))[0]).toBe(429)
      expect((await ann.signIn('another password')).status).toBe(200)
      const lost = new Person()
      const request = { email: ann.email, code, newPassword: 'a third password' }
      expect((await lost.callApi('POST', '/api/account/recovery', request)).status).toBe(200)
      expect(refusalOf(await ann.signIn('a third password'))[0]).toBe(429)
      expect((await ann.signIn('a third password', lost)).status).toBe(200)
    })
  })

  test('remembers twenty devices, for a year, by nothing but hashes', async () => {
    const ann = await Facilitator.signUp()
    const replies = []
    for (let n = 0; n < 21; n += 1) replies.push(await ann.signIn(PASSWORD, new Person()))
    const cookies = replies.map(({ headers }) => headers.getSetCookie()[1] ?? '')
    for (const cookie of cookies) {
      expect(cookie).toMatch(
        /^known-device=[0-9a-f]{64}\.[\w-]{43}; Max-Age=31536000; Path=\/api; HttpOnly; SameSite=Strict$/,
      )
    }
    expect(new Set(cookies).size).toBe(21)
    const devices = await ann.runInAccount(({ sql }) =>
      sql.exec<{ token_hash: string; used_at: number }>('SELECT * FROM known_devices').toArray(),
    )
    expect(devices).toHaveLength(20)
    for (const { token_hash: hash } of devices) {
      expect(hash).toMatch(/^[\w-]{43}$/)
      expect(cookies.join()).not.toContain(hash)
    }
    await ann.runInAccount(
      ({ sql }) => void sql.exec('UPDATE known_devices SET used_at = used_at - 31536000000'),
    )
    await ann.signIn(PASSWORD, new Person())
    const left = await ann.runInAccount(({ sql }) => sql.exec('SELECT * FROM known_devices').toArray().length)
    expect(left).toBe(1)
  })

  test('replaces a hash of weaker parameters', async () => {
    const ann = await Facilitator.signUp()
    const salt = Buffer.alloc(16, 7)
    const key = scryptSync(PASSWORD, salt, 32, { N: 512, r: 8, p: 1 })
    const old = `scrypt$512$8$1$${salt.toString('base64url')}$${key.toString('base64url')}`
    await ann.runInAccount(({ sql }) => void sql.exec('UPDATE profile SET password_hash = ?', old))
    const stored = () =>
      ann.runInAccount(
        ({ sql }) =>
          sql.exec<{ password_hash: string }>('SELECT password_hash FROM profile').one().password_hash,
      )
    expect((await ann.signIn('not the password')).status).toBe(401)
    expect(await stored()).toBe(old)
    expect((await ann.signIn()).status).toBe(200)
    expect(await stored()).toMatch(/^scrypt\$1024\$8\$1\$/)
    expect((await ann.signIn()).status).toBe(200)
  })

  test('is limited per address', async () => {
    const person = new Person()
    // Too long for an address: refused before anything is hashed.
    const tryToJoin = () => person.callApi('POST', '/api/session', { email: 'x'.repeat(300), password: 'x' })
    for (let index = 0; index < 300; index += 1)
      expect(refusalOf(await tryToJoin())).toEqual([400, 'invalid-request'])
    expect(refusalOf(await exhaustRateLimit(300, tryToJoin))).toEqual([429, 'too-many-requests'])
  })
})

describe('a session', () => {
  test('ends where it signs out, and nowhere else', async () => {
    const ann = await Facilitator.signUp()
    const phone = new Person()
    await ann.signIn(PASSWORD, phone)
    const stale = ann.sessionCookie
    const reply = await ann.callApi('DELETE', '/api/session')
    expect([reply.status, ann.sessionCookie]).toEqual([204, ''])
    expect(refusalOf(await ann.callApi('GET', '/api/session'))).toEqual([401, 'not-signed-in'])
    expect(refusalOf(await ann.callApi('GET', '/api/session', undefined, { cookie: stale }))).toEqual([
      401,
      'not-signed-in',
    ])
    expect((await phone.callApi('GET', '/api/session')).status).toBe(200)
  })

  test('lives thirty days from its last use', async () => {
    const ann = await Facilitator.signUp()
    const pass = (ms: number) =>
      ann.runInAccount(({ sql }) => void sql.exec('UPDATE sessions SET seen_at = seen_at - ?', ms))
    for (let round = 0; round < 2; round += 1) {
      await pass(29 * DAY)
      const { status, headers } = await ann.callApi('GET', '/api/session')
      expect([status, headers.get('set-cookie')]).toEqual([200, expect.stringContaining('Max-Age=2592000')])
    }
    await pass(30 * DAY)
    expect(refusalOf(await ann.callApi('GET', '/api/session'))).toEqual([401, 'not-signed-in'])
  })

  test('is listed with its device, and can be ended from another', async () => {
    const ann = await Facilitator.signUp()
    const phone = new Person()
    await phone.callApi(
      'POST',
      '/api/session',
      { email: ann.email, password: PASSWORD },
      { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' },
    )
    const list = async () => JSON.parse((await ann.callApi('GET', '/api/account/sessions')).text).sessions
    const sessions = await list()
    expect(sessions).toHaveLength(2)
    const other = sessions.find((each: { current: boolean }) => !each.current)
    expect(other).toMatchObject({ device: 'Firefox on Linux', createdAt: expect.any(Number) })
    expect(JSON.stringify(sessions)).not.toContain(ann.sessionCookie.split('.').at(-1))
    const end = () => ann.callApi('DELETE', `/api/account/sessions/${other.sessionId}`)
    expect((await end()).status).toBe(204)
    expect(refusalOf(await end())).toEqual([404, 'session-not-found'])
    expect((await phone.callApi('GET', '/api/session')).status).toBe(401)
    expect(await list()).toHaveLength(1)
  })

  test('ends with all others except the one that asks for it', async () => {
    const ann = await Facilitator.signUp()
    const [phone, tablet] = [new Person(), new Person()]
    for (const person of [phone, tablet]) await ann.signIn(PASSWORD, person)
    expect((await ann.callApi('DELETE', '/api/account/sessions')).status).toBe(204)
    expect((await ann.callApi('GET', '/api/session')).status).toBe(200)
    for (const person of [phone, tablet])
      expect((await person.callApi('GET', '/api/session')).status).toBe(401)
  })

  test('makes room for the fifty-first by ending the one unused for longest', async () => {
    const ann = await Facilitator.signUp()
    await ann.runInAccount(({ sql }) => {
      for (let index = 0; index < 49; index += 1) {
        sql.exec(
          'INSERT INTO sessions VALUES (?, ?, ?, ?, ?)',
          `${index}`,
          `${index}`,
          'x',
          1,
          Date.now() - DAY - index,
        )
      }
    })
    await ann.signIn(PASSWORD, new Person())
    const { sessions } = JSON.parse((await ann.callApi('GET', '/api/account/sessions')).text)
    expect(sessions).toHaveLength(50)
    expect(sessions.map((each: { sessionId: string }) => each.sessionId)).not.toContain('48')
  })

  const FORGED = [
    '',
    'x',
    `${'0'.repeat(64)}.${'A'.repeat(43)}`,
    `${'f'.repeat(64)}.${'A'.repeat(43)}`,
    'a.b.c',
  ]
  test.for(FORGED)('is none where its cookie is %j', async (value) => {
    const reply = await new Person().callApi('GET', '/api/session', undefined, { cookie: `session=${value}` })
    expect(refusalOf(reply)).toEqual([401, 'not-signed-in'])
  })

  test('is none where its secret is another, and none of an account that is none', async () => {
    const ann = await Facilitator.signUp()
    const [id] = ann.sessionCookie.split('.')
    const reply = await new Person().callApi('GET', '/api/session', undefined, {
      cookie: `${id}.${'A'.repeat(43)}`,
    })
    expect(refusalOf(reply)).toEqual([401, 'not-signed-in'])
  })
})

describe('another password', () => {
  test('is set with the one there is, and every other session ends', async () => {
    const ann = await Facilitator.signUp()
    const phone = new Person()
    await ann.signIn(PASSWORD, phone)
    const reply = await ann.callApi('PATCH', '/api/account', {
      password: PASSWORD,
      newPassword: 'another password',
    })
    expect([reply.status, reply.body]).toMatchObject([200, { email: ann.email }])
    expect((await ann.callApi('GET', '/api/session')).status).toBe(200)
    expect((await phone.callApi('GET', '/api/session')).status).toBe(401)
    expect((await ann.signIn(PASSWORD, new Person())).status).toBe(401)
    expect((await ann.signIn('another password', new Person())).status).toBe(200)
  })

  test('is refused with a wrong one, ten times within a minute, whoever else tries what', async () => {
    const ann = await Facilitator.signUp()
    const change = { password: 'not the password', newPassword: 'another password' }
    const attempt = () => ann.callApi('PATCH', '/api/account', change)
    expect(refusalOf(await attempt())).toEqual([403, 'wrong-password'])
    await exhaustAttempts(attempt)
    const reply = await ann.callApi('DELETE', '/api/account', { password: PASSWORD })
    expect(refusalOf(reply)).toEqual([429, 'too-many-attempts'])
    expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await ann.signIn()).status).toBe(200)
  })
})

describe('a recovery code', () => {
  test('sets another password once, and ends every session but the one it opens', async () => {
    const ann = await Facilitator.signUp()
    const lost = new Person()
    const [code = ''] = ann.account.recoveryCodes
    const recover = (newPassword: string) =>
      lost.callApi('POST', '/api/account/recovery', {
        email: ann.email.toUpperCase(),
        code: ` ${code.toUpperCase().replaceAll('-', ' ')}`,
        newPassword,
      })
    const reply = await recover('another password')
    expect([reply.status, JSON.parse(reply.text).recoveryCodesLeft]).toEqual([200, 10])
    expect((await lost.callApi('GET', '/api/session')).status).toBe(200)
    expect((await ann.callApi('GET', '/api/session')).status).toBe(401)
    expect((await ann.signIn('another password', new Person())).status).toBe(200)
    expect(refusalOf(await recover('a third password'))).toEqual([401, 'wrong-credentials'])
  })

  test('that is none is answered as an unknown address, ten times, and nothing is stored of that one', async () => {
    const ann = await Facilitator.signUp()
    const nobody = new Facilitator()
    const guesser = new Person()
    const recover = ({ email }: Facilitator, person = guesser) =>
      person.callApi('POST', '/api/account/recovery', {
        email,
        code: '0000-0000-0000-0000',
        newPassword: 'another password',
      })
    const replies = await Promise.all([recover(ann), recover(nobody)])
    for (const reply of replies) expect(refusalOf(reply)).toEqual([401, 'wrong-credentials'])
    for (const person of [ann, nobody]) {
      await exhaustAttempts(() => recover(person))
      expect(refusalOf(await recover(person))).toEqual([429, 'too-many-attempts'])
      expect(refusalOf(await recover(person, new Person()))).toEqual([401, 'wrong-credentials'])
    }
    expect(await listAccountTables(nobody.email)).toEqual([])
    expect((await ann.signIn()).status).toBe(200)
  })

  test('is replaced with all others by one who knows the password', async () => {
    const ann = await Facilitator.signUp()
    const renew = (password: string) => ann.callApi('POST', '/api/account/recovery-codes', { password })
    expect(refusalOf(await renew('not the password'))).toEqual([403, 'wrong-password'])
    const { recoveryCodes } = JSON.parse((await renew(PASSWORD)).text)
    expect(recoveryCodes).toHaveLength(10)
    const recover = (code: string) =>
      new Person().callApi('POST', '/api/account/recovery', {
        email: ann.email,
        code,
        newPassword: 'another password',
      })
    expect((await recover(ann.account.recoveryCodes[0] ?? '')).status).toBe(401)
    expect((await recover(recoveryCodes[0])).status).toBe(200)
  })
})

test('a password that is easily guessed can not be set later, and who has one still signs in', async () => {
  const ann = await Facilitator.signUp()
  await ann.runInAccount(({ sql }) => {
    sql.exec('UPDATE profile SET password_hash = ?', hashPassword('password123'))
  })
  expect((await ann.signIn('password123')).status).toBe(200)
  const change = (newPassword: string) =>
    ann.callApi('PATCH', '/api/account', { password: 'password123', newPassword })
  const recover = (newPassword: string) =>
    new Person().callApi('POST', '/api/account/recovery', {
      email: ann.email,
      code: ann.account.recoveryCodes[0],
      newPassword,
    })
  for (const set of [change, recover]) {
    for (const newPassword of ['qwertyuiop', ann.email]) {
      const reply = await set(newPassword)
      expect(refusalOf(reply)).toEqual([400, 'invalid-request'])
      expect(reply.body.error?.issues?.map(({ path }) => path)).toEqual(['newPassword'])
    }
  }
  // No code was used up, and no password was set.
  expect((await ann.signIn('password123')).status).toBe(200)
  expect((await recover('four plain words')).status).toBe(200)
})
