export default {
  invitation: {
    subject: 'Inbjudan till Samsyn',
    invitedBy: '{invitedBy} har bjudit in dig till Samsyn i rollen {role}.',
    invited: 'Du är inbjuden till Samsyn i rollen {role}.',
    asNew: 'Öppna länken, välj ett lösenord och logga in:',
    withAccount: 'Du har redan ett konto. Öppna länken, logga in som vanligt och ta emot rollen:',
    text: `Hej {name},

{invited}

I Samsyn samlas behov av data och AI i offentlig förvaltning, så att de som har samma problem kan lösa det tillsammans.

{act}
{link}

Länken gäller i {days} dagar och kan användas en gång. Lämna den inte till någon annan.
Väntade du dig inte det här mejlet kan du strunta i det. Då händer ingenting.`,
  },
  password: {
    subject: 'Välj ett nytt lösenord i Samsyn',
    text: `Någon, troligen du, har bett om ett nytt lösenord i Samsyn.

Öppna länken och välj ett nytt:
{link}

Länken gäller i en timme och kan användas en gång.
Var det inte du? Då behöver du inte göra något. Ditt lösenord är kvar.`,
  },
} as const
