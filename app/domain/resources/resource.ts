export const resourceKinds = [
  'environment',
  'service',
  'building_block',
  'guidance',
  'legal_assessment',
  'data_set',
  'ai_model',
  'agreement',
  'programme',
] as const
export type ResourceKind = (typeof resourceKinds)[number]

/** After this long without word from its owner a resource is shown as in need of confirmation. */
const freshDays = 365

export function isStale(resource: { confirmedAt: Date | null }, now: Date): boolean {
  return resource.confirmedAt === null || now.getTime() - resource.confirmedAt.getTime() > freshDays * 86_400_000
}

export interface ResourceUse {
  referred: number
  helped: number
  notHelped: number
}
export const unused: ResourceUse = { referred: 0, helped: 0, notHelped: 0 }
