//! The words of letters and dossiers.

vocabularies! {
    /// What a letter is for.
    LetterKind {
        /// Says what went wrong and asks for one remedy.
        Complaint = "complaint",
        /// Asks after an earlier letter, call or promise.
        FollowUp = "follow_up",
        /// Sets down what was agreed on the phone.
        Confirmation = "confirmation",
        /// Goes one rung up, with its reason.
        Escalation = "escalation",
        /// Thanks the person who helped.
        ThankYou = "thank_you",
        /// Tells a supervisor who helped.
        Commendation = "commendation",
        /// The last letter before an outside body is asked.
        FinalNotice = "final_notice",
        /// Tells a creditor in the United States of an error on a bill.
        BillingError = "billing_error",
        /// The letter that comes before a claim in a court of England and Wales.
        BeforeClaim = "before_claim",
        /// Asks for a refusal, and its reason, in writing.
        RefusalRequest = "refusal_request",
    }

    /// How firmly a letter speaks. Its facts are the same.
    LetterTone {
        Gentle = "gentle",
        Firm = "firm",
    }

    /// Who reads a dossier, which says what it needs to hold.
    DossierReader {
        /// Whoever decides between the household and the vendor, out of court.
        Ombudsman = "ombudsman",
        /// The vendor itself.
        Vendor = "vendor",
        /// The issuer of the card with which something was paid.
        Issuer = "issuer",
        /// A small-claims court.
        Court = "court",
        /// Somebody else, or nobody in particular.
        Other = "other",
    }

    /// A part of a dossier that can be left out.
    DossierPart {
        /// What happened, the sum, the position and the last offer, on one page.
        Summary = "summary",
        /// Who is concerned, and in which part.
        People = "people",
        /// Who helped, of those who may be quoted.
        Helpers = "helpers",
        /// Every fact and every dated entry, numbered.
        Chronology = "chronology",
        /// What is in question: the facts, the term or rule, the vendor's reply.
        Issues = "issues",
        /// What is owed, with its arithmetic.
        Money = "money",
        /// What was agreed and whether it holds.
        Remedies = "remedies",
        /// What the household has done and will do.
        NextSteps = "next_steps",
        /// Every call and letter, with waiting times.
        ContactLog = "contact_log",
        /// Time limits, kept, missed and running.
        Clocks = "clocks",
        /// The index of the originals that the matter rests on.
        Exhibits = "exhibits",
    }
}
