//! What banks call their columns, in English, German, French, Spanish, Italian, Dutch, Danish,
//! Swedish, Portuguese and Polish.

use super::cell::folded;

/// What a column is for, as its name says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// The day of booking.
    Booked,
    /// Another day: of the purchase, of the interest.
    OtherDay,
    Amount,
    Credit,
    Debit,
    Side,
    Currency,
    Party,
    Text,
    Reference,
    BankId,
    /// What is left in the account.
    Balance,
    /// The account's own number.
    Account,
    /// Whether it is booked.
    Status,
    /// Known, and nothing that is wanted here.
    Other,
}

use Meaning::{
    Account, Amount, Balance, BankId, Booked, Credit, Currency, Debit, Other, OtherDay, Party,
    Reference, Side, Status, Text,
};

/// The names, in small letters without marks or signs. Where one means several things in different
/// languages, what stands in the column tells them apart. Of two columns that mean the same, the
/// one whose name stands further up here is taken.
const NAMES: &[(Meaning, &str)] = &[
    (
        Booked,
        "booking date, date booked, posting date, posted date, post date, posted, date posted, completed date, date completed, \
         buchungstag, buchungsdatum, datum der buchung, date comptable, \
         date de comptabilisation, date operation, date d operation, date de l operation, \
         date de transaction, fecha contable, fecha operacion, fecha de operacion, f operacion, \
         data contabile, data registrazione, data operazione, boekdatum, boekingsdatum, \
         bogfort, bogforingsdato, bogforingsdag, bokforingsdag, bokforingsdatum, bokford, \
         data de lancamento, data lancamento, data movimento, data mov, data ksiegowania, \
         data operacji, date, datum, buchung, fecha, data, dato, transaction date, trans date, \
         transactiedatum, transaktionsdatum, transaktionsdag, transaktionsdato, \
         data transakcji, data transacao, fecha transaccion, uitvoeringsdatum, date execution",
    ),
    (
        OtherDay,
        "value date, valuta date, valuta, valutadatum, valutadag, valuteringsdag, wertstellung, \
         wertstellungstag, wertstellungsdatum, wert, date de valeur, date valeur, fecha valor, \
         f valor, data valuta, data valor, rentedatum, rentedato, data waluty, \
         data do balancete, started date, date started, purchase date",
    ),
    (
        Amount,
        "net amount, net, amount, transaction amount, amount in account currency, sum, betrag, \
         umsatz, umsatz betrag, montant, montant de l operation, montant operation, importe, \
         importo, bedrag, belob, belopp, valor, montante, kwota, kwota operacji, \
         kwota transakcji, gross amount, gross",
    ),
    (
        Credit,
        "credit, credits, credit amount, amount credit, money in, paid in, pay in, deposit, \
         deposits, in, haben, gutschrift, gutschriften, betrag haben, credito, creditos, abono, \
         abonos, haber, ingreso, ingresos, accredito, accrediti, entrate, avere, bij, \
         bedrag bij, indsat, ind, insattning, insattningar, entrada, entradas, wplyw, wplywy, \
         uznanie, uznania",
    ),
    (
        Debit,
        "debit, debits, debit amount, amount debit, money out, paid out, pay out, withdrawal, \
         withdrawals, out, soll, lastschrift, belastung, belastungen, betrag soll, debito, \
         debitos, cargo, cargos, debe, gasto, gastos, addebito, addebiti, uscite, dare, af, \
         bedrag af, haevet, ud, uttag, saida, saidas, obciazenie, obciazenia, wydatki",
    ),
    (
        Side,
        "debit credit, credit debit, dr cr, cr dr, d c, c d, dc, cd, soll haben, s h, sh, \
         sollhaben, soll haben kennzeichen, debet credit, af bij, bij af, \
         debit credit indicator, credit debit indicator, cdt dbt, sens, signe, segno, \
         direction, sign, transaction type, type",
    ),
    (
        Currency,
        "currency, ccy, currency code, wahrung, waehrung, devise, monnaie, monn, moneda, \
         divisa, valuta, munt, muntsoort, moeda, waluta, waluta operacji, waluta transakcji",
    ),
    (
        Party,
        "counterparty, counter party, counterparty name, partner name, payee, payee name, payer, payer payee, \
         payee payer, beneficiary, beneficiary name, merchant, merchant name, name, \
         auftraggeber empfanger, auftraggeber begunstigter, beguenstigter zahlungspflichtiger, \
         begunstigter zahlungspflichtiger, name zahlungsbeteiligter, zahlungsbeteiligter, \
         zahlungsempfanger, zahlungspflichtige, zahlungspflichtiger, empfanger, auftraggeber, begunstigter, beneficiaire, tiers, \
         contrepartie, nom contrepartie, beneficiario, ordenante, controparte, tegenpartij, \
         naam tegenpartij, naam omschrijving, naam, namn, modpart, modtager, afsender, mottagare, \
         avsandare, motpart, kontrahent, dane kontrahenta, nadawca odbiorca, odbiorca, nadawca",
    ),
    (
        Text,
        "description, transaction description, details, transaction details, detail, narrative, \
         particulars, memo, note, notes, message, subject, text, extended description, \
         verwendungszweck, vwz, buchungstext, beschreibung, vorgang, vorgang verwendungszweck, \
         mitteilung, libelle, libelle operation, detail de l ecriture, motif, communication, \
         communications, concepto, descripcion, observaciones, descrizione, \
         descrizione operazione, causale, omschrijving, mededeling, mededelingen, tekst, \
         beskrivelse, posteringstekst, meddelelse, beskrivning, rubrik, meddelande, descricao, \
         descritivo, historico, opis, opis operacji, opis transakcji, tytul, tytul operacji, \
         szczegoly, informations complementaires, item title, title, label",
    ),
    (
        Reference,
        "reference, ref, reference number, your reference, customer reference, \
         payment reference, end to end reference, end to end id, kundenreferenz, \
         kundenreferenz end to end, referenz, zahlungsreferenz, referencia, riferimento, \
         referentie, betalingskenmerk, kenmerk, referens, referencja, ocr, cheque number, \
         check number, numero do documento",
    ),
    (
        BankId,
        "transaction id, transaction number, unique id, fitid, bank reference, \
         transaktions nr, identificador, n de transaction, no de transaction, numero de transaction, transaktions id, \
         transaktionsnummer, transaktionsnr, transactie id, id transakcji, numer transakcji, id",
    ),
    (
        Balance,
        "balance, running balance, account balance, available balance, saldo, solde, \
         kontostand, saldo nach buchung, saldo na transakcji, saldo po operacji, \
         saldo po transakcji, saldo contabile, saldo disponible, balance after",
    ),
    (
        Account,
        "account, account number, account no, konto, kontonummer, auftragskonto, \
         iban auftragskonto, compte, numero de compte, cuenta, conto, rekening, rekeningnummer, \
         iban bban, conta, rachunek, numer rachunku",
    ),
    (Status, "status, state, umsatzstatus, statut, etat, stato, estado, transaction status"),
    (
        Other,
        "category, kategorie, categorie, categoria, fee, tax, sales tax, time, \
         time zone, timezone, balance impact, counterparty account, bic, counterparty iban, \
         tegenrekening, iban zahlungsbeteiligter",
    ),
];

/// What a column of that name may be for, the likeliest first, each with its rank: of several
/// columns for the same, the one of the lowest rank is meant. Empty where the name says nothing.
pub(super) fn meanings(name: &str) -> Vec<(Meaning, usize)> {
    let name = folded(name);
    let exact = found(|known| known == name);
    if !exact.is_empty() {
        return exact;
    }
    // What stands behind a name only tells it apart: `amount eur`, `description 2`, `vwz14`.
    let begins = |known: &str| {
        name.strip_prefix(known).is_some_and(|rest| {
            rest.starts_with(' ') && known.len() > 2
                || known.len() > 2 && rest.bytes().all(|byte| byte.is_ascii_digit())
        })
    };
    let mut found = found(begins);
    let longest = found.iter().map(|(_, rank)| name_at(*rank).len()).max().unwrap_or(0);
    found.retain(|(_, rank)| name_at(*rank).len() == longest);
    found
}

fn found(is_meant: impl Fn(&str) -> bool) -> Vec<(Meaning, usize)> {
    all()
        .enumerate()
        .filter(|(_, (_, known))| is_meant(known))
        .map(|(rank, it)| (it.0, rank))
        .collect()
}

fn name_at(rank: usize) -> &'static str {
    all().nth(rank).map_or("", |(_, known)| known)
}

fn all() -> impl Iterator<Item = (Meaning, &'static str)> {
    NAMES.iter().flat_map(|(meaning, names)| names.split(", ").map(|name| (*meaning, name)))
}
