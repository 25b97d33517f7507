import { describe, expect, test } from 'vitest'
import { outlinePieces } from '../../../test/support/outline-pieces.ts'
import { findEmphasis } from './emphasis.ts'
import { findWholes, formatPieces } from './formatted-piece.ts'
import { richText } from './rich-text.ts'

function outline(text: string): string {
  const pieces = richText(text)
  return outlinePieces(formatPieces(pieces, findEmphasis(text, findWholes(pieces), 150)))
}

type Case = [line: string, expected: string]

describe('emphasis', () => {
  test.for<Case>([
    ['*a*', '<em>a</em>'],
    ['_a_', '<em>a</em>'],
    ['**a**', '<strong>a</strong>'],
    ['***a***', '<strong><em>a</em></strong>'],
    ['~~a~~', '<s>a</s>'],
    [
      'so *much* of _it_ **all**, ~~never~~.',
      'so <em>much</em> of <em>it</em> <strong>all</strong>, <s>never</s>.',
    ],
    ['*two words* and *two more*', '<em>two words</em> and <em>two more</em>'],
    // Within each other, each kind once.
    ['**a *b* c**', '<strong>a <em>b</em> c</strong>'],
    ['*a **b** c*', '<em>a <strong>b</strong> c</em>'],
    ['**_a_**', '<strong><em>a</em></strong>'],
    ['_**a**_', '<em><strong>a</strong></em>'],
    ['~~**a** *b*~~', '<s><strong>a</strong> <em>b</em></s>'],
    ['*_**~~a~~**_*', '<em><em><strong><s>a</s></strong></em></em>'],
    // Beside punctuation, brackets, quotation marks, pictures.
    [
      '(*a*), "**b**" — ‘_c_’: *d*! *e*?',
      '(<em>a</em>), "<strong>b</strong>" — ‘<em>c</em>’: <em>d</em>! <em>e</em>?',
    ],
    [
      '*(a)* **“b”** _c._ **Note:** d',
      '<em>(a)</em> <strong>“b”</strong> <em>c.</em> <strong>Note:</strong> d',
    ],
    ['🎉**wow**🎉 *🎉* **❤️**', '🎉<strong>wow</strong>🎉 <em>🎉</em> <strong>❤️</strong>'],
    ['**-50%** **+1** *$5* *@ada*', '<strong>-50%</strong> <strong>+1</strong> <em>$5</em> <em>@ada</em>'],
    ['**yes**/**no**', '<strong>yes</strong>/<strong>no</strong>'],
    // In scripts without spaces.
    ['这是**重点**内容', '这是<strong>重点</strong>内容'],
    ['これは*大事*です', 'これは<em>大事</em>です'],
    ['**한국어**는', '<strong>한국어</strong>는'],
    ['นี่**สำคัญ**มาก', 'นี่<strong>สำคัญ</strong>มาก'],
    ['*مهم* **חשוב**', '<em>مهم</em> <strong>חשוב</strong>'],
    // Around code and addresses, which stay whole.
    [
      '**`a`** *see https://a.example/x*',
      '<strong><code>a</code></strong> <em>see <a>https://a.example/x</a></em>',
    ],
    [
      '_https://a.example/x_ ~~https://a.example~~',
      '<em><a>https://a.example/x</a></em> <s><a>https://a.example</a></s>',
    ],
    ['*a `b*` c*', '<em>a <code>b*</code> c</em>'],
    // Where one has no other half, what is nearer is meant.
    ['price* and *plus* tax', 'price* and <em>plus</em> tax'],
    ['*note: a *very* small one', '*note: a <em>very</em> small one'],
    ['**a *b** c*', '<strong>a *b</strong> c*'],
  ])('is found in %j', ([line, expected]) => {
    expect(outline(line)).toBe(expected)
  })

  test.for([
    // In words, sums, paths, patterns, programs.
    'snake_case_names and _private or __other',
    'Alice_Smith_2 2*3*4 2**10 and 3**2 5 * 3 * 2',
    '__init__ and __main__',
    '*.ts *.js, **/*.ts **/*.js',
    'src/*/x/* and /_next/_app/ and C:\\*\\x\\*',
    's/_foo_/_bar_/',
    'f(*args, **kwargs) and g(*args)',
    'int *p, *q; char **a, **b;',
    '/* a */ -*- coding: utf-8 -*-',
    '*/5 * * * * cron',
    '~user ~other~ a ~~ b ~~ c',
    // Faces.
    '^_^ hi ^_^',
    '-_- and -_-',
    '>_< and >_<',
    '~_~ and ~_~',
    '*_* cute *_*',
    'T_T u_u o_O ;_; and ;_;',
    '._. and ._.',
    // Nothing in it, or nothing beside it.
    '* a * ** b ** _ c _',
    '*a *',
    '* a*',
    '** ** **** ___ ~~~~',
    '*?* *-* **!**',
    'a**bold**b',
    '𝒜*b* 𐐀_b_ *b*𐐀',
    '*never closed',
    'never opened*',
    '*one\ntwo* _one\ntwo_',
    '*a ```b``` c*',
    // Addresses and code.
    'https://a.example/some_long_name/*x*?y=_z_',
    'https://a.example/*x and https://b.example/*y',
    '`*a*` `_b_` `**c`**',
  ])('is not in %j', (line) => {
    const plain = outlinePieces(richText(line))
    expect(outline(line)).toBe(plain)
  })
})
