import type { EngineText } from '../../similarity/engine-types.ts'

/**
 * Kinds of text in this process's engine. Those with an asterisk are asked for only on behalf of people who may see some
 * of them: `restricted`* needs of higher confidentiality, `proposal`* problems that only coordinators see.
 */
export type TextKind = 'need' | 'restricted' | 'problem' | 'proposal' | 'resource'
export const textNouns = ['need', 'problem', 'resource'] as const
export type TextNoun = (typeof textNouns)[number]

const prefixes: Record<TextNoun, string> = { need: 'n', problem: 'p', resource: 'r' }

export function textId(noun: TextNoun, id: string): string {
  return `${prefixes[noun]}:${id}`
}

export function fromTextId(textId: string): { noun: TextNoun; id: string } {
  const noun = textId.startsWith('n:') ? 'need' : textId.startsWith('p:') ? 'problem' : 'resource'
  return { noun, id: textId.slice(2) }
}

interface NeedText {
  id: string
  title: string
  description: string
  affected: string
  consequence: string
  confidentiality: number
}

export function needBody(need: Pick<NeedText, 'description' | 'affected' | 'consequence'>): string {
  return [need.description, need.affected, need.consequence].map(bare).filter(Boolean).join('\n')
}

export function needText(need: NeedText): EngineText {
  const kind: TextKind = need.confidentiality >= 2 ? 'restricted' : 'need'
  return { id: textId('need', need.id), kind, title: need.title, body: needBody(need) }
}

export function problemText(problem: { id: string; title: string; description: string; status: string }): EngineText {
  const kind: TextKind = problem.status === 'proposed' ? 'proposal' : 'problem'
  return { id: textId('problem', problem.id), kind, title: problem.title, body: bare(problem.description) }
}

export function resourceText(resource: { id: string; name: string; description: string }): EngineText {
  return {
    id: textId('resource', resource.id),
    kind: 'resource' satisfies TextKind,
    title: resource.name,
    body: bare(resource.description),
  }
}

/** Markdown without its marks: the engine compares words, and what it finds is shown as words. */
export function bare(markdown: string): string {
  return markdown
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s{0,3}(#{1,6}|>|[-+*]|\d+[.)])\s+/gm, '')
    .replace(/[*_`~]+/g, '')
    .trim()
}
