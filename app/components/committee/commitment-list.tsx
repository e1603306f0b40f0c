import { Form, Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Button } from '~/components/ui/button.tsx'
import { Disclosure } from '~/components/ui/disclosure.tsx'
import { useOwnWords } from '~/components/ui/own-words.tsx'
import type { Named } from '~/domain/organisations/organisation.ts'
import { paths } from '~/http/paths.ts'
import { inSentence } from '~/i18n/format.ts'
import { useI18n, useName } from '~/i18n/i18n.tsx'
import { MaskedText } from './masked-text.tsx'
import { competenceName } from './names.ts'

export interface Commitment {
  id: string
  organisation: Named & { key: string }
  personMonths: number
  sek: number
  competence: string | null
  note: string
  from: string | null
  until: string | null
  createdAt: Date
  withdrawnAt: Date | null
  withdrawnReason: string | null
  mayWithdraw: boolean
}

/** How much a commitment is, in words: "4 personmånader i juridik och 200 000 kronor". */
export function useAmount(): (commitment: Pick<Commitment, 'personMonths' | 'sek' | 'competence'>) => string {
  const { t, number, list } = useI18n()
  return ({ personMonths, sek, competence }) => {
    const name = competence && inSentence(competenceName(t, competence))
    const months =
      personMonths > 0 &&
      t('committee.commitments.months', { count: personMonths }).replace(String(personMonths), number(personMonths))
    const parts = [
      months && (name ? t('committee.commitments.inCompetence', { amount: months, competence: name }) : months),
      sek > 0 && t('committee.commitments.sek', { amount: number(sek, 0) }),
      personMonths === 0 && sek === 0 && name && t('committee.commitments.expertise', { competence: name }),
    ]
    return list(parts.filter((part): part is string => Boolean(part)))
  }
}

interface Props<One extends Commitment> {
  registryNumber: string
  commitments: readonly One[]
  /** What is said of each under it. */
  after?: (commitment: One) => ReactNode
}

/** Who has committed what, when, and what was taken back. */
export function CommitmentList<One extends Commitment>({ registryNumber, commitments, after }: Props<One>) {
  const { t, date, dates } = useI18n()
  const nameOf = useName()
  const lang = useOwnWords()
  const amountOf = useAmount()
  if (commitments.length === 0) return <p>{t('committee.commitments.none')}</p>
  const period = ({ from, until }: Commitment) => {
    if (from && until) return dates(from, until)
    if (from) return t('committee.commitments.fromDay', { from: date(from) })
    return until ? t('committee.commitments.untilDay', { until: date(until) }) : ''
  }
  return (
    <ul className="rows prose">
      {commitments.map((commitment) => {
        const name = nameOf(commitment.organisation)
        return (
          <li key={commitment.id} className="row">
            <p>
              <Link to={paths.organisation(commitment.organisation.key)}>{name}</Link>:{' '}
              {commitment.withdrawnReason === null ? amountOf(commitment) : <s>{amountOf(commitment)}</s>}
            </p>
            <p className="meta">{period(commitment) || date(commitment.createdAt)}</p>
            {commitment.note && (
              <p className="said" lang={lang}>
                <MaskedText text={commitment.note} />
              </p>
            )}
            {commitment.withdrawnReason !== null && (
              <p className="meta">
                {commitment.withdrawnAt && t('committee.commitments.withdrawn', { date: date(commitment.withdrawnAt) })}{' '}
                <span className="said">
                  <MaskedText text={commitment.withdrawnReason} />
                </span>
              </p>
            )}
            {after?.(commitment)}
            {commitment.mayWithdraw && <Withdrawal registryNumber={registryNumber} id={commitment.id} name={name} />}
          </li>
        )
      })}
    </ul>
  )
}

function Withdrawal({ registryNumber, id, name }: { registryNumber: string; id: string; name: string }) {
  const { t } = useI18n()
  return (
    <div className="no-print">
      <Disclosure summary={t('committee.commitments.withdrawOf', { organisation: name })}>
        <Form method="post" action={paths.commitmentWithdrawal(registryNumber, id)} className="stack">
          <input type="hidden" name="commitmentId" value={id} />
          <div className="field">
            <label htmlFor={`reason-${id}`}>{t('committee.commitments.withdrawReason')}</label>
            <input className="ds-input is-said" id={`reason-${id}`} name="reason" autoComplete="off" />
          </div>
          <Button variant="secondary" small>
            {t('committee.commitments.withdraw')}
          </Button>
        </Form>
      </Disclosure>
    </div>
  )
}
