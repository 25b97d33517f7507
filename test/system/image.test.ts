import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readDockerfile } from '../support/image.ts'

const ROOT = join(import.meta.dirname, '../..')
const DOCKERFILE = join(ROOT, 'Dockerfile')
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
