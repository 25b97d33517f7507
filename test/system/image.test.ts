import { execFile } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { copyLibraries, readDockerfile } from '../support/image.ts'
import { TEST_SERVER } from '../support/server.ts'

const ROOT = join(import.meta.dirname, '../..')
const DOCKERFILE = join(ROOT, 'Dockerfile')
/** Milliseconds for all that happens in the container: it takes three seconds. */
const IMAGE_WITHIN = 45_000
const image = readDockerfile(DOCKERFILE)

test('the image has the folder that is built for it and an empty volume, and starts what lies there', () => {
  expect(image.copies).toEqual([
    { from: image.workdir, to: image.workdir },
    { from: image.volume, to: image.volume },
  ])
  expect(image.command[0]).toBe(`${image.workdir}/workerd`)
  const run = 'docker run -p 8787:8787 -v data:/data private-chat'
  expect([image.volume, image.command.slice(-3)]).toEqual([
    '/data',
    ['http=*:8787', '--directory-path', 'data=/data'],
  ])
  for (const page of ['README.md', 'docs/deploying.md', 'Dockerfile'])
    expect(readFileSync(join(ROOT, page), 'utf8')).toContain(run)
  expect(image.user).not.toMatch(/\b0\b/)
})

/**
 * No container engine is needed for this: what makes a container is the kernel's. The folder is the one that the Dockerfile's
 * build makes (scripts/build-server.ts), the libraries are this machine's.
 */
test('the image’s command serves rooms from a root that is read-only, as nobody, without a network', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'private-chat-image-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const [root, volume] = [join(folder, 'root'), join(folder, 'volume')]
  const [user = 0, group = 0] = image.user.split(':').map(Number)
  const isRoot = process.getuid?.() === 0
  for (const each of [root, volume]) mkdirSync(each)
  chmodSync(folder, 0o755)
  if (isRoot) chownSync(volume, user, group)
  copyLibraries(join(TEST_SERVER, 'workerd'), root)

  const run = promisify(execFile)(
    'unshare',
    [
      ...['--mount', '--net', ...(isRoot ? [] : ['--map-root-user'])],
      ...[
        'sh',
        join(ROOT, 'test/support/image-box.sh'),
        root,
        TEST_SERVER,
        image.workdir,
        volume,
        image.volume,
      ],
      ...[process.execPath, join(ROOT, 'test/support/run-image.ts'), root, DOCKERFILE],
    ],
    { env: { ...process.env, IS_ROOT: isRoot ? '1' : '0' }, timeout: IMAGE_WITHIN },
  )
  const { stdout } = await run
  expect(stdout.split('\n').filter((line) => line !== '' && !line.startsWith('{'))).toEqual([
    'there is no network, and no file can be written but in the volume',
    'it starts, and the health check knows',
    'two people talk',
    'killed and started again it has what it said that it has',
    'docker stop ends it, and the volume is a copy of its own',
  ])
})
