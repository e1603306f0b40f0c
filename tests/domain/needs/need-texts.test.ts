import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainText, renderMarkdown } from '../../../app/domain/markdown.server.ts'
import {
  needForm,
  draftFields,
  referralForm,
  referralReplyForm,
  revisionForm,
  stepForms,
} from '../../../app/domain/needs/need-forms.ts'
import { needLimits } from '../../../app/domain/needs/need.ts'
import { hostileTexts } from '../../support/hostile-texts.ts'
import { differenceOf } from '../../../app/domain/needs/text-difference.ts'

const allowedTag =
  /^<\/?(p|br|strong|em|del|ul|ol|li|blockquote|code|pre|a|h[3-6]|hr|table|thead|tbody|tr|th|td)( (href|rel|start)="[^"<>]*")*( \/)?>$/
const tagsIn = (html: string) => html.match(/<[^>]*>?/g) ?? []

function expectSafe(html: string) {
  for (const tag of tagsIn(html)) {
    expect(tag).toMatch(allowedTag)
    const address = tag.match(/href="([^"]*)"/)?.[1] ?? ''
    // Another site by http, a mail, or a place on this site: no other scheme, and no host without one.
    expect(address).toMatch(/^(https?:|mailto:|(?!\/\/)[^:/?#]*([/?#]|$))/i)
  }
}

describe('Markdown from people', () => {
  it('keeps what Markdown is for', () => {
    const html = renderMarkdown('# Rubrik\n\nEtt **starkt** ord.\n\n- ett\n- två\n\n[Digg](https://www.digg.se)')
    expect(html).toContain('<h3>Rubrik</h3>')
    expect(html).toContain('<strong>starkt</strong>')
    expect(html).toContain('<li>ett</li>')
    expect(html).toContain('<a href="https://www.digg.se" rel="nofollow ugc noopener">Digg</a>')
  })

  it('moves headings under those of the page', () => {
    expect(renderMarkdown('## Två')).toContain('<h4>')
    expect(renderMarkdown('###### Sex')).toContain('<h6>')
    expect(renderMarkdown('<h1>Ett</h1>')).toContain('<h3>Ett</h3>')
  })

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '![bild](https://spion.example/x.png)',
    '[klicka](javascript:alert(1))',
    '[klicka](JaVaScRiPt:alert(1))',
    '[klicka](data:text/html;base64,PHNjcmlwdD4=)',
    '[klicka](&#106;avascript:alert(1))',
    '[klicka](vbscript:x)',
    '<a href="javascript:alert(1)" onclick="x()">x</a>',
    '<svg/onload=alert(1)>',
    '<math><mi xlink:href="javascript:alert(1)"></mi></math>',
    '<iframe src="https://spion.example"></iframe>',
    '<form action="/sign-out"><button>x</button></form>',
    '<style>*{display:none}</style>',
    '<p style="position:fixed" class="ds-button" id="x">x</p>',
    '<details open ontoggle=alert(1)>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<a href="//spion.example">x</a>',
    '<a href="<javascript:<a href="> ',
    '`<script>`',
    '<<script>script>alert(1)<</script>/script>',
  ])('does no harm: %s', (text) => {
    const html = renderMarkdown(text)
    expectSafe(html)
    expect(html.replace(/&lt;\/?script&gt;/g, '')).not.toMatch(
      /<script|onerror=alert|src="|style="|href="(javascript|data|vbscript|\/\/)/i,
    )
  })

  it.each(hostileTexts)('lets nothing through of %j', (text) => {
    expectSafe(renderMarkdown(text))
    expectSafe(renderMarkdown(`Före.\n\n${text}\n\nEfter.`))
  })

  const hostile = fc.constantFrom(
    '<',
    '>',
    '"',
    "'",
    '`',
    '<script>',
    '</script>',
    '<img src=x onerror=',
    'javascript:',
    '[a](',
    '![a](',
    ')',
    '&#x3c;',
    '&lt;',
    '<!--',
    '-->',
    '\n\n',
    '# ',
    '- ',
    '> ',
    '|',
    '---',
    '<svg ',
    'onload=',
    '<a href="',
    'x',
    'å',
    '\u0000',
    '\u2028',
    '<style>',
    '</style>',
    '<xmp>',
    '<title>',
  )
  it('lets through nothing but its few tags, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(hostile, { maxLength: 30 }).map((parts) => parts.join('')),
        ),
        (text) => {
          expectSafe(renderMarkdown(text))
        },
      ),
      { numRuns: 600 },
    )
  })

  it('can be read as plain words, cut between them', () => {
    expect(plainText('# Rubrik\n\nEtt **starkt** ord & ett [till](https://x.example).')).toBe(
      'Rubrik Ett starkt ord & ett till.',
    )
    fc.assert(
      fc.property(
        fc.array(hostile).map((parts) => parts.join(' ord ')),
        fc.integer({ min: 60, max: 200 }),
        (text, most) => {
          expect(plainText(text, most).length).toBeLessThanOrEqual(most + 2)
        },
      ),
    )
  })
})

describe('differences between versions', () => {
  it('are shown word by word', () => {
    expect(differenceOf('Vi har data', 'Vi har inte data')).toEqual([
      { kind: 'same', text: 'Vi har ' },
      { kind: 'added', text: 'inte ' },
      { kind: 'same', text: 'data' },
    ])
  })

  it('put together what stands together', () => {
    expect(differenceOf('Alla i kommunen', 'Bara vården')).toEqual([
      { kind: 'removed', text: 'Alla i kommunen' },
      { kind: 'added', text: 'Bara vården' },
    ])
  })

  it('lose nothing of either text', () => {
    const words = fc
      .array(fc.constantFrom('a', 'b', 'behov', ' ', '\n', 'å'), { maxLength: 40 })
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(fc.oneof(words, fc.string()), fc.oneof(words, fc.string()), (before, after) => {
        const parts = differenceOf(before, after)
        const without = (kind: string) =>
          parts
            .filter((part) => part.kind !== kind)
            .map(({ text }) => text)
            .join('')
        expect(without('added')).toBe(before)
        expect(without('removed')).toBe(after)
      }),
    )
  })
})

describe('the form', () => {
  it('asks for the need in its first step only', () => {
    expect(stepForms.need.safeParse({ title: '', description: 'x' }).error?.issues[0]).toMatchObject({
      path: ['title'],
      message: 'needs.form.title.missing',
    })
    for (const step of ['affected', 'tried', 'data', 'urgency'] as const)
      expect(stepForms[step].safeParse({}).success, step).toBe(true)
  })

  it('takes one or several competences, and none that do not exist', () => {
    expect(stepForms.data.parse({ competences: 'law' }).competences).toEqual(['law'])
    expect(stepForms.data.parse({ competences: ['law', 'testing'] }).competences).toEqual(['law', 'testing'])
    expect(stepForms.data.parse({}).competences).toEqual([])
    expect(stepForms.data.safeParse({ competences: ['law', 'magic'] }).success).toBe(false)
  })

  it('leaves open what was not chosen', () => {
    expect(stepForms.affected.parse({ needArea: '', domainArea: 'health' })).toMatchObject({
      needArea: null,
      domainArea: 'health',
    })
    expect(stepForms.affected.safeParse({ needArea: 'nonsense' }).success).toBe(false)
  })

  it.each(Object.entries(needLimits))('holds the limit of %s', (field, most) => {
    const need = { title: 'a', description: 'b', [field]: 'x'.repeat(most + 1) }
    expect(needForm.safeParse(need).error?.issues.every((issue) => issue.path[0] === field)).toBe(true)
  })

  it('never throws, whatever is posted', () => {
    const values = fc.oneof(fc.string(), fc.array(fc.string(), { maxLength: 3 }), fc.constant(undefined))
    const posted = fc.dictionary(
      fc.constantFrom(
        'title',
        'description',
        'competences',
        'confidentiality',
        'needArea',
        'contactEmail',
        'reason',
        'version',
        'helped',
        'kind',
        'answer',
        'reply',
      ),
      values,
    )
    fc.assert(
      fc.property(posted, (typed) => {
        for (const form of [needForm, revisionForm, referralForm, referralReplyForm, ...Object.values(stepForms)])
          form.safeParse(typed)
        for (const step of ['need', 'affected', 'tried', 'data', 'urgency'] as const) draftFields(step, typed)
      }),
    )
  })

  it('keeps of a half-written page what can be kept', () => {
    expect(draftFields('need', { title: 'Vi behöver', description: '' })).toEqual({
      title: 'Vi behöver',
      description: '',
    })
    expect(draftFields('need', { title: 'x'.repeat(151), description: 'y' })).toEqual({ description: 'y' })
    expect(draftFields('urgency', { contactEmail: 'halv@', urgencyReason: 'Snart' })).toEqual({
      urgencyReason: 'Snart',
    })
    expect(draftFields('need', { status: 'closed', organisationId: 'annan' })).toEqual({})
  })

  it('asks why an answer did not help, and which resource is meant', () => {
    expect(referralReplyForm.safeParse({ helped: 'no', reply: '' }).success).toBe(false)
    expect(referralReplyForm.parse({ helped: 'yes', reply: '' })).toEqual({ helped: true, reply: '' })
    expect(referralForm.safeParse({ kind: 'environment', answer: 'Se här' }).success).toBe(false)
    expect(referralForm.parse({ kind: 'other', resourceId: '', answer: 'Så här' })).toMatchObject({
      kind: 'other',
      resourceId: undefined,
    })
  })
})
