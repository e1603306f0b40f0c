import account from './people/account.ts'
import invitations from './people/invitations.ts'
import mail from './people/mail.ts'
import openData from './people/open-data.ts'
import secondFactor from './people/second-factor.ts'
import signIn from './people/sign-in.ts'

export default { mail, ...account, ...invitations, ...openData, ...secondFactor, ...signIn } as const
