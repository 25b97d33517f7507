import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** What the Dockerfile says of the image that it makes. */
export interface Image {
  /** The folder in which its program is started. */
  workdir: string
  /** User and group, as numbers. */
  user: string
  volume: string
  /** The whole command, with its default arguments. */
  command: string[]
  /** The command that ends with 0 where the server is well. */
  healthCheck: string[]
  /** What of the build lies where in the image. */
  copies: { from: string; to: string }[]
}

/** Reads the last stage of a Dockerfile. @throws where an instruction is missing */
export function readDockerfile(path: string): Image {
  const stage =
    readFileSync(path, 'utf8')
      .split(/^FROM /m)
      .at(-1) ?? ''
  const read = (instruction: RegExp) => {
    const [, value] = instruction.exec(stage) ?? []
    if (value === undefined) throw new Error(`the image has no ${instruction.source}`)
    return value
  }
  const list = (instruction: RegExp): string[] => JSON.parse(read(instruction))
  return {
    workdir: read(/^WORKDIR (\S+)$/m),
    user: read(/^USER (\d+:\d+)$/m),
    volume: read(/^VOLUME (\S+)$/m),
    command: [...list(/^ENTRYPOINT (\[.*\])$/m), ...list(/^CMD (\[.*\])$/m)],
    healthCheck: list(/^HEALTHCHECK .*CMD (\[.*\])$/m),
    copies: Array.from(
      stage.matchAll(/^COPY --from=build (?:--chown=\S+ )?(\S+) (\S+)$/gm),
      ([, from = '', to = '']) => ({
        from,
        to,
      }),
    ),
  }
}

/** Puts into a folder what the base of the image has for a program: the libraries that it asks for, and no other file. */
export function copyLibraries(program: string, folder: string): void {
  const listed = execFileSync('ldd', [program], { encoding: 'utf8' })
  for (const [path] of listed.matchAll(/(?<=\s)\/\S+/g)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    copyFileSync(path, join(folder, path))
  }
}
