export default {
  invitation: {
    subject: 'Inbjudan till Samsyn',
    text: `Hej {name},

{invitedBy} har bjudit in dig till Samsyn i rollen {role}.

Öppna länken, välj ett lösenord och logga in:
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
