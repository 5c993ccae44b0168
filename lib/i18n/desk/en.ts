/** What is said to those who answer customers: it comes with what shows it. */
export const en = {
  customer: {
    noEmail: "Left no e-mail address",
    via: "Via",
    identity: "Identity",
    verified: "Verified",
    unverified: "Not verified",
    ticket: "Ticket",
    opened: "Opened",
    verifiedText: "The site’s own server vouches for who this is.",
    unverifiedText: "Name and address are as the visitor wrote them; nobody vouches for them.",
  },
};

export type DeskText = typeof en;
