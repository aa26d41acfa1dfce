//! The words of what others wrote as tables: a bank's statements, a household's own list.

vocabularies! {
    /// The form of a bank's file.
    StatementFormat {
        /// OFX 1 or 2, and Quicken's variant of it.
        Ofx = "ofx",
        /// Separated values, whatever the separator.
        Csv = "csv",
        /// ISO 20022: CAMT.052, .053 and .054.
        Camt = "camt",
        /// Quicken's older form.
        Qif = "qif",
        /// SWIFT's customer statement.
        Mt940 = "mt940",
    }

    /// What a line of a statement means for a dispute.
    MatchKind {
        /// It pays a claim, or a part of it.
        Pays = "pays",
        /// It takes back what had been paid.
        TakesBack = "takes_back",
        /// It charges again what had been waived.
        ChargedAgain = "charged_again",
        /// It charges for what had been cancelled.
        ChargedAfterEnd = "charged_after_end",
    }

    /// In which order a day is written in figures.
    DayOrder {
        DayFirst = "dmy",
        MonthFirst = "mdy",
        YearFirst = "ymd",
    }

    /// What a column of a bank's CSV file means.
    CsvColumn {
        /// The day of booking.
        Day = "day",
        /// The sum with its sign.
        Amount = "amount",
        /// The sum with its sign turned round, as some cards write it.
        AmountReversed = "amount_reversed",
        /// What came in.
        Credit = "credit",
        /// What went out.
        Debit = "debit",
        /// A word or letter that says whether it came in or went out.
        Side = "side",
        /// The currency.
        Currency = "currency",
        /// Who paid or was paid.
        Party = "party",
        /// What the bank writes of it; several such columns are joined.
        Text = "text",
        /// The payment's reference.
        Reference = "reference",
        /// The bank's own name for the transaction.
        BankId = "bank_id",
        /// Nothing that is wanted here.
        Ignore = "ignore",
    }

    /// What a column of the household's own list of refunds means.
    RefundColumn {
        /// Who owes it.
        Vendor = "vendor",
        /// What it is about; several such columns are joined.
        What = "what",
        /// What was claimed.
        Amount = "amount",
        /// The currency.
        Currency = "currency",
        /// The day on which the household asked.
        AskedOn = "asked_on",
        /// The vendor's reference; rows of one vendor that share it are one matter.
        Reference = "reference",
        /// How it stands, in words.
        State = "state",
        /// What came back.
        Refunded = "refunded",
        /// The day on which it came back or was answered.
        RefundedOn = "refunded_on",
        /// With whom they spoke.
        Contact = "contact",
        /// Remarks; several such columns are joined.
        Notes = "notes",
        /// Nothing that is wanted here.
        Ignore = "ignore",
    }

    /// How a row of the household's own list of refunds says that the matter stands.
    RefundState {
        /// Nothing came of it yet.
        Open = "open",
        /// The household waits for an answer or for the money.
        Waiting = "waiting",
        /// The vendor undertook to pay.
        Promised = "promised",
        /// A part came back.
        PartlyRefunded = "partly_refunded",
        /// It came back.
        Refunded = "refunded",
        /// The vendor said no.
        Refused = "refused",
        /// The household let it go.
        GivenUp = "given_up",
    }
}
