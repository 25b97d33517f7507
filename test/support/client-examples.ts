import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const PACKAGE = join(import.meta.dirname, '../../packages/client')

/** What the examples are called by: a room, its link, and somebody else in it. */
const GIVEN = ['room', 'link', 'friend'] as const

/** An example of the package's documentation. */
export interface Example {
  /** Where it stands, such as `README.md 3`. */
  name: string
  /** Its imports, and what follows them. */
  imports: string
  body: string
  /** Of `GIVEN`, what it uses and does not make itself. */
  given: (typeof GIVEN)[number][]
  /** What it says that it prints, line by line. */
  prints: string[]
}

/** The sources of the library, without the command line. */
function listSources(): string[] {
  return readdirSync(join(PACKAGE, 'src')).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
  )
}

const readSource = (name: string) => readFileSync(join(PACKAGE, 'src', name), 'utf8')

/** Reads every example of README and docstrings. */
export function readExamples(): Example[] {
  const texts = [['README.md', readFileSync(join(PACKAGE, 'README.md'), 'utf8')]]
  for (const source of listSources()) texts.push([source, readSource(source).replace(/^ *\* ?/gm, '')])
  return texts.flatMap(([name = '', text = '']) =>
    Array.from(text.matchAll(/```ts\n([\s\S]*?)```/g), ([, code = ''], at) =>
      parseExample(`${name} ${at + 1}`, code),
    ),
  )
}

function parseExample(name: string, code: string): Example {
  const imports = Array.from(code.matchAll(/^import[\s\S]*? from '[^']+'\n/gm), ([each]) => each).join('')
  const body = code.slice(imports.length)
  const isMade = (word: string) => new RegExp(`(const|let) (\\{[^}]*\\b)?${word}\\b`).test(body)
  return {
    name,
    imports,
    body,
    given: GIVEN.filter((word) => new RegExp(`\\b${word}\\b(?!:)`).test(body) && !isMade(word)),
    prints: Array.from(body.matchAll(/\/\/ → (.*)$/gm), ([, line = '']) => line),
  }
}

/** A name that the package exports, and whether its declaration is described. */
export interface PublicName {
  name: string
  isDescribed: boolean
}

/** Reads what the package exports. */
export function readPublicNames(): PublicName[] {
  const sources = listSources().map(readSource).join('\n')
  const exported = Array.from(readSource('index.ts').matchAll(/\{([^}]*)\}/g), ([, names = '']) => names)
  return exported
    .flatMap((names) => names.split(','))
    .map((name) => name.replace('type ', '').trim())
    .filter((name) => name !== '')
    .map((name) => {
      const declared = `export (?:async )?(?:function|interface|type|class|const) ${name}\\b`
      return { name, isDescribed: new RegExp(`\\*/\\n${declared}`).test(sources) }
    })
}
