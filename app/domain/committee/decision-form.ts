import { z } from 'zod'
import { competences } from '../needs/need.ts'
import { decisionTypes } from './decision.ts'
import { amount, choice, line, mostPassages, mostText, mostTitle, optionalDay, required, yes } from './form-fields.ts'

const dissents = z
  .record(z.string().regex(/^[a-z0-9]{1,40}$/), line(mostText))
  .transform((texts) => Object.entries(texts).flatMap(([personId, text]) => (text === '' ? [] : [{ personId, text }])))

const decisionShape = z
  .object({
    type: z.enum(decisionTypes),
    title: required(mostTitle),
    text: required(mostText),
    reasons: required(mostText),
    effectiveOn: optionalDay,
    reviewOn: optionalDay,
    wakeOn: optionalDay,
    wakeWhen: line(1000).default(''),
    resourceId: choice,
    supersedesId: choice,
    chairId: choice,
    votesFor: amount(500, 0),
    votesAgainst: amount(500, 0),
    votesAbstained: amount(500, 0),
    dissent: dissents,
    needed: z.object(Object.fromEntries(competences.map((competence) => [competence, amount(10_000, 1)]))),
    neededMonths: amount(100_000, 1),
    neededSek: amount(1_000_000_000_000, 0),
    secret: yes,
    secrecyProvision: line(300).default(''),
    /** One passage on each line. */
    secretPassages: line(mostText)
      .default('')
      .transform((lines) =>
        lines
          .split('\n')
          .map((passage) => passage.trim())
          .filter(Boolean),
      ),
  })
  .superRefine((typed, context) => {
    const error = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message })
    if (typed.type === 'park' && !typed.wakeOn && !typed.wakeWhen) error('wakeOn', 'committee.errors.wake')
    if (typed.type === 'existing_resource' && !typed.resourceId) error('resourceId', 'common.form.choose')
    if ((typed.secret || typed.secretPassages.length > 0) && !typed.secrecyProvision)
      error('secrecyProvision', 'committee.errors.provision')
    if (typed.secretPassages.length > mostPassages) error('secretPassages', 'committee.errors.passages')
  })

/** The fields `needed-law` and `dissent-<id of a member>` come one by one and belong together. */
export const decisionForm = z.preprocess((typed) => {
  const fields = Object.entries((typed ?? {}) as Record<string, unknown>)
  const under = (prefix: string) =>
    Object.fromEntries(
      fields.flatMap(([name, value]) => (name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [])),
    )
  return { ...Object.fromEntries(fields), needed: under('needed-'), dissent: under('dissent-') }
}, decisionShape)
