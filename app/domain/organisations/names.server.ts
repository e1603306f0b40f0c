/** Columns of the names in both languages, for queries that show whose something is or what it is called. */
import { networks, organisations } from '../../../db/schema/organisations.ts'
import { resources } from '../../../db/schema/resources.ts'

export const organisationName = { name: organisations.name, nameEn: organisations.nameEn }
export const networkName = { name: networks.name, nameEn: networks.nameEn }
export const resourceName = { name: resources.name, nameEn: resources.nameEn }
