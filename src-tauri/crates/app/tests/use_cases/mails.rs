//! E-mails: what is told of each before it is written down, and what it becomes.

mod entered;
mod threads;
mod told;

use holdfast_app::Incoming;
use holdfast_app::wire::{
    Contact, Event, EvidenceAdded, EvidenceAdding, MailEvent, MailPerson, MailProposal, MailSaid,
    MailsAdding, Member, Precision, TimelineWhat, VendorChoice, VendorKind,
};

use crate::support::{Home, id_of};

/// An e-mail of the shop with a receipt in it and the shop's sign within the text.
const ANSWER: &str = "\
From: Dana Reyes <dana@copperpine.example>\r
To: Ida Marlow <ida@marlow.example>\r
Date: Tue, 9 Jun 2026 16:04:05 +0200\r
Subject: Your lamp, order A-1001\r
Message-ID: <answer-1@copperpine.example>\r
MIME-Version: 1.0\r
Content-Type: multipart/mixed; boundary=cut\r
\r
--cut\r
Content-Type: text/plain; charset=utf-8\r
\r
We will refund you by Friday.\r
--cut\r
Content-Type: text/plain; name=\"terms.txt\"\r
Content-Disposition: attachment; filename=\"terms.txt\"\r
\r
Thirty days to return anything.\r
--cut\r
Content-Type: image/gif; name=\"sign.gif\"\r
Content-Disposition: inline; filename=\"sign.gif\"\r
Content-Transfer-Encoding: base64\r
\r
R0lGODlhAQABAAAAACwAAAAAAQABAAACADs=\r
--cut--\r
";

/// The same e-mail as another program saves it.
fn saved_elsewhere() -> String {
    format!("X-Status: read\r\n{ANSWER}")
}

/// An e-mail with these headers above one line of text.
fn mail(headers: &[(&str, &str)]) -> String {
    let lines: Vec<String> =
        headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    format!("{}\r\nGood morning.\r\n", lines.concat())
}

/// A dispute of a member whose address is known, with a vendor of one known person.
fn desk() -> (Home, String) {
    let (home, dispute) = Home::with_dispute();
    let member = home.app.start("").expect("begins").members[0].clone();
    let member = Member { email: Some("Ida@Marlow.example".into()), ..member };
    home.app.save_member(&member).expect("her address is known");
    (home, dispute)
}

/// A person at the vendor.
fn known_person(home: &Home, name: &str, email: Option<&str>) -> String {
    let contact = Contact {
        id: None,
        vendor: home.vendor(),
        name: name.into(),
        job: None,
        department: None,
        phone: None,
        email: email.map(str::to_owned),
        supervisor: None,
    };
    id_of(&home.app.save_contact(&contact).expect("accepted"))
}

fn bring(home: &Home, adding: &EvidenceAdding, files: &[(&str, &str)]) -> EvidenceAdded {
    let incoming = files
        .iter()
        .map(|(name, text)| Incoming::Pasted { name: (*name).into(), bytes: (*text).into() })
        .collect();
    home.app.bring_evidence(adding, incoming, &mut |_| true).expect("kept")
}

/// What is told of one e-mail that is brought in.
fn told(home: &Home, dispute: &str, text: &str) -> MailProposal {
    let adding = EvidenceAdding::to(dispute);
    let brought = bring(home, &adding, &[("mail.eml", text)]);
    let ids: Vec<String> = brought.mails.iter().map(|one| one.id.clone()).collect();
    assert_eq!(ids.len(), 1, "an e-mail waits to be told what it is");
    home.app.mail_board(dispute, &ids).expect("told").remove(0)
}

/// Says yes to all that is proposed.
fn yes(of: &MailProposal) -> MailSaid {
    let enclosed = (0_u32..).zip(&of.enclosed).filter(|(_, file)| file.keep);
    let event = MailEvent {
        at: of.sent_at.clone().unwrap_or_else(|| "2026-06-10".into()),
        precision: Precision::Exact,
        direction: of.direction,
        vendor: of.vendor.as_ref().map(|it| VendorChoice {
            id: Some(it.id.clone()),
            name: it.name.clone(),
            kind: VendorKind::Other,
        }),
        people: of.people.clone(),
        summary: of.subject.clone(),
        enclosed: enclosed.map(|(place, _)| place).collect(),
    };
    MailSaid { id: of.id.clone(), name: "mail.eml".into(), event: Some(event) }
}

fn adding(dispute: &str, mails: Vec<MailSaid>) -> MailsAdding {
    MailsAdding { dispute: dispute.into(), mails }
}

/// The events of a dispute.
fn events(home: &Home, dispute: &str) -> Vec<Event> {
    let page = home.app.timeline(dispute, false, None).expect("shown");
    let mut events = Vec::new();
    for entry in page.entries {
        if let TimelineWhat::Event { event, .. } = entry.what {
            events.push(event);
        }
    }
    events
}

fn person(name: &str, email: &str) -> MailPerson {
    MailPerson { id: None, name: name.into(), email: Some(email.into()), keep: true }
}
