//! E-mails that are to become events: what can be told of each, and what the person says of it.

use super::{Direction, Done, KnownEvidence, Named, Precision, VendorChoice, wire};

wire! {
    /// What can be told of an e-mail before it is written down.
    pub struct MailProposal {
        /// The name of its original, SHA-256 in hexadecimal.
        pub id: String,
        /// Its subject on one line; empty where it has none.
        pub subject: String,
        /// When it was sent by the sender's clock, RFC 3339.
        pub sent_at: Option<String>,
        /// From whom it is, each in a line.
        pub from: Vec<String>,
        /// To whom it went and to whom a copy did, each in a line.
        pub to: Vec<String>,
        /// How its text begins.
        pub text: String,
        /// Who wrote to whom, by the members' addresses and the vendors'.
        pub direction: Direction,
        /// The vendor, where an address or a name tells it, or the dispute has only one.
        pub vendor: Option<Named>,
        /// The people on the vendor's side.
        pub people: Vec<MailPerson>,
        /// Where the other side has its addresses, `alpenstern.example`: e-mails from the same
        /// place are of the same vendor.
        pub host: Option<String>,
        /// The files in it, in their order.
        pub enclosed: Vec<MailEnclosed>,
        /// As what the dispute has it already, under the same name of its sender's program.
        pub known: Option<Named>,
        /// What could not be read of it, in snake case; see `intake::original::ProblemCode`.
        pub problems: Vec<String>,
    }

    /// Somebody on the vendor's side of an e-mail.
    pub struct MailPerson {
        /// Who it is, where they are known.
        pub id: Option<String>,
        /// Their name.
        pub name: String,
        /// Their address.
        pub email: Option<String>,
        /// Whether they go into the record. Addresses of nobody in particular need not.
        pub keep: bool,
    }

    /// A file in an e-mail.
    pub struct MailEnclosed {
        /// Its name, for showing only.
        pub name: String,
        /// Its type by its content.
        pub media_type: String,
        /// Its size in bytes.
        pub size: u32,
        /// Whether it becomes evidence of its own. Small pictures within the text, as a company's
        /// sign is, need not; they stay in the e-mail.
        pub keep: bool,
    }

    /// E-mails that are to be written down.
    pub struct MailsAdding {
        /// The dispute.
        pub dispute: String,
        /// The e-mails.
        pub mails: Vec<MailSaid>,
    }

    /// What is said of an e-mail.
    pub struct MailSaid {
        /// The name of its original.
        pub id: String,
        /// What its file was called.
        pub name: String,
        /// What becomes of it in the chronology; absent where only the file is kept.
        pub event: Option<MailEvent>,
    }

    /// An e-mail as an event.
    pub struct MailEvent {
        /// A day, or an instant in RFC 3339 with its offset.
        pub at: String,
        /// How well that is known.
        pub precision: Precision,
        /// Who wrote to whom.
        pub direction: Direction,
        /// With which vendor. A new one becomes a party of the dispute.
        pub vendor: Option<VendorChoice>,
        /// With whom there; those that are not to be kept are left out.
        pub people: Vec<MailPerson>,
        /// What it says, in a line: the event's fact.
        pub summary: String,
        /// The files in it that become evidence of their own, by their place, counted from 0.
        pub enclosed: Vec<u32>,
    }

    /// What became of e-mails.
    pub struct MailsAdded {
        /// The action, to undo all of it.
        pub done: Done,
        /// The new events, by what each says.
        pub events: Vec<Named>,
        /// The new evidence: the e-mails and their files.
        pub added: Vec<Named>,
        /// The e-mails that the dispute had already. Nothing was added of them.
        pub known: Vec<KnownEvidence>,
    }
}
