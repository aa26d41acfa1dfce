//! What people call the columns of their list, in English, German, French, Spanish, Dutch, Italian
//! and Portuguese.

use std::sync::LazyLock;

use holdfast_domain::RefundColumn;

use crate::statement::csv::cell::folded;

use RefundColumn::{
    Amount, AskedOn, Contact, Currency, Ignore, Notes, Reference, Refunded, RefundedOn, State,
    Vendor, What,
};

/// The names, in small letters without marks or signs. Where one means several things, what stands
/// in the column tells them apart. Of two columns that mean the same, the one whose name stands
/// further up here is taken.
const NAMES: &[(RefundColumn, &str)] = &[
    (
        Vendor,
        "vendor, vendor name, seller, merchant, shop, shop name, store, store name, company, \
         company name, retailer, supplier, provider, business, who, whom, from whom, payee, from, name, \
         handler, verkaufer, anbieter, firma, laden, geschaft, unternehmen, lieferant, wer, von wem, \
         vendeur, marchand, commercant, magasin, enseigne, boutique, societe, entreprise, fournisseur, qui, nom, \
         vendedor, tienda, comercio, establecimiento, empresa, proveedor, quien, nombre, \
         verkoper, winkel, webshop, bedrijf, leverancier, aanbieder, wie, naam, \
         venditore, negozio, esercente, azienda, ditta, fornitore, chi, nome, \
         loja, comerciante, fornecedor, quem",
    ),
    (
        What,
        "what, what for, item, items, product, article, service, purchase, description, subject, about, \
         for, thing, reason, problem, issue, matter, \
         was, wofur, artikel, produkt, ware, gegenstand, kauf, beschreibung, bezeichnung, betreff, grund, anlass, \
         quoi, objet, produit, achat, description, libelle, motif, raison, \
         que, articulo, producto, compra, descripcion, concepto, motivo, asunto, \
         wat, aankoop, omschrijving, beschrijving, onderwerp, reden, \
         cosa, articolo, prodotto, acquisto, descrizione, oggetto, causale, \
         o que, artigo, produto, descricao, assunto",
    ),
    (
        Amount,
        "amount claimed, claimed amount, amount asked, amount requested, amount owed, owed, claimed, claim, \
         amount, sum, how much, price, cost, value, amount due, total, \
         gefordert, geforderter betrag, forderung, betrag, summe, preis, kosten, wert, wie viel, \
         montant reclame, montant demande, reclame, montant, somme, prix, valeur, combien, \
         importe reclamado, reclamado, importe, cantidad, monto, suma, precio, valor, cuanto, \
         gevorderd bedrag, bedrag, som, prijs, waarde, hoeveel, \
         importo richiesto, importo, somma, cifra, prezzo, valore, quanto, \
         valor pedido, montante, quantia, preco",
    ),
    (Currency, "currency, ccy, cur, wahrung, devise, monnaie, moneda, divisa, valuta, munt, moeda"),
    (
        AskedOn,
        "asked on, date asked, asked, requested on, requested, date requested, request date, claimed on, claim date, \
         date claimed, date of claim, opened on, date opened, opened, sent on, date sent, started, since, \
         date, day, when, \
         gefragt am, angefragt am, beantragt am, gefordert am, eingereicht am, reklamiert am, gemeldet am, \
         anfrage vom, angefragt, datum der anfrage, seit, datum, tag, wann, \
         demande le, date de demande, date de la demande, date demande, reclame le, envoye le, date, jour, quand, le, \
         solicitado el, pedido el, reclamado el, fecha de solicitud, fecha solicitud, fecha de reclamacion, fecha, cuando, \
         aangevraagd op, gevraagd op, ingediend op, aanvraagdatum, datum aanvraag, wanneer, \
         chiesto il, richiesto il, data della richiesta, data richiesta, data, quando, \
         pedido em, solicitado em, data do pedido, data de pedido",
    ),
    (
        Reference,
        "reference, ref, ref no, reference no, reference number, case, case no, case number, ticket, ticket no, \
         ticket number, claim no, claim number, order, order no, order number, \
         their number, their no, their reference, their ref, your reference, your ref, reference nr, ref nr, \
         ref number, case id, case ref, case reference, ticket id, booking, booking number, booking reference, \
         confirmation number, rma, rma number, \
         referenz, referenznummer, aktenzeichen, zeichen, vorgang, vorgangsnummer, fallnummer, ticketnummer, \
         bestellnummer, bestellnr, bestell nr, bestellung, auftragsnummer, auftragsnr, vorgangsnr, fallnr, \
         ihre nummer, deren nummer, ihr zeichen, ihre referenz, referenznr, ticketnr, geschaftszeichen, \
         fall, buchungsnummer, schadennummer, \
         dossier, n de dossier, n dossier, no de dossier, numero de dossier, commande, n de commande, n commande, no de commande, numero de commande, \
         leur numero, leur reference, votre reference, numero de reference, n de reference, no de reference, \
         numero de ticket, numero de reservation, \
         referencia, expediente, caso, n de pedido, n pedido, no de pedido, numero de pedido, \
         su numero, su referencia, numero de referencia, n de referencia, no de referencia, numero de caso, \
         n de caso, no de caso, numero de expediente, numero de reserva, localizador, \
         referentie, kenmerk, zaaknummer, ordernummer, bestelnummer, \
         hun nummer, uw kenmerk, hun kenmerk, referentienummer, dossiernummer, zaaknr, boekingsnummer, \
         riferimento, rif, pratica, numero pratica, ordine, numero ordine, \
         loro numero, loro riferimento, vostro riferimento, numero di riferimento, numero di pratica, n pratica, \
         numero di ordine, \
         numero deles, referencia deles, n de processo, numero do processo, numero de processo, \
         numero do protocolo, processo, protocolo, encomenda, numero do pedido, chamado",
    ),
    (
        State,
        "status, state, outcome, result, progress, stage, resolved, \
         stand, zustand, ergebnis, ausgang, \
         statut, etat, resultat, avancement, \
         estado, situacion, resultado, \
         toestand, resultaat, uitkomst, \
         stato, esito, risultato, \
         situacao",
    ),
    (
        RefundedOn,
        "refunded on, date refunded, refund date, date of refund, received on, date received, paid on, \
         paid back on, credited on, answered on, resolved on, date resolved, settled on, completed on, \
         closed on, date closed, \
         erstattet am, zuruck am, wann zuruck, wann erstattet, zuruckgezahlt am, erhalten am, gutgeschrieben am, erledigt am, erstattungsdatum, \
         datum der erstattung, datum erstattung, \
         rembourse le, recu le, date de remboursement, date remboursement, \
         reembolsado el, devuelto el, recibido el, fecha de reembolso, fecha reembolso, \
         terugbetaald op, ontvangen op, datum terugbetaling, \
         rimborsato il, ricevuto il, data del rimborso, data rimborso, \
         reembolsado em, devolvido em, recebido em, data do reembolso, data de reembolso, data reembolso",
    ),
    (
        Refunded,
        "refunded, amount refunded, refunded amount, refund amount, refund, received, amount received, \
         paid back, got back, money back, recovered, back, \
         erstattet, erstatteter betrag, erstattungsbetrag, erstattung, ruckerstattet, ruckerstattung, \
         ruckzahlung, zuruckgezahlt, zuruckbekommen, geld zuruck, zuruck, erhalten, gutschrift, \
         rembourse, montant rembourse, remboursement, recu, \
         reembolsado, importe reembolsado, reembolso, devuelto, devolucion, recibido, \
         terugbetaald, terugbetaling, teruggekregen, vergoed, ontvangen, \
         rimborsato, importo rimborsato, rimborso, ricevuto, \
         devolvido, recebido",
    ),
    (
        Contact,
        "contact, contact person, spoke with, spoke to, spoken with, spoken to, talked to, talked with, \
         agent, rep, representative, person, whom, \
         agent name, name of agent, contact name, their person, person spoken to, with whom, spoke with whom, \
         who i spoke to, who i spoke with, who we spoke to, who we spoke with, who helped, handled by, \
         adviser, advisor, clerk, employee, case worker, caseworker, who, \
         kontakt, kontaktperson, ansprechpartner, ansprechpartnerin, gesprochen mit, sachbearbeiter, sachbearbeiterin, \
         mit wem, mit wem gesprochen, wen, mitarbeiter, mitarbeiterin, bearbeiter, bearbeiterin, berater, beraterin, \
         betreuer, betreuerin, wer, \
         interlocuteur, interlocutrice, parle avec, parle a, conseiller, conseillere, personne, \
         avec qui, a qui, parle a qui, nom du conseiller, personne contactee, qui, \
         contacto, persona de contacto, hable con, hablado con, agente, persona, \
         con quien, a quien, atendido por, asesor, asesora, quien, \
         contactpersoon, gesproken met, medewerker, persoon, \
         met wie, wie gesproken, adviseur, wie, \
         contatto, parlato con, referente, operatore, \
         con chi, addetto, addetta, operatrice, chi, \
         contato, com quem, falei com, falado com, atendente, pessoa, quem",
    ),
    (
        Notes,
        "notes, note, comments, comment, remarks, remark, memo, details, \
         notizen, notiz, bemerkungen, bemerkung, anmerkungen, anmerkung, kommentar, hinweis, \
         remarques, remarque, commentaires, commentaire, \
         notas, nota, observaciones, comentarios, comentario, \
         notities, notitie, opmerkingen, opmerking, aantekeningen, \
         commenti, commento, osservazioni, \
         observacoes, obs",
    ),
    // Known not to be what rows are made of; kept among the notes with their names.
    (
        Notes,
        "date of purchase, purchase date, date bought, bought on, order date, date ordered, ordered on, \
         due, due on, due date, deadline, follow up, follow up on, next step, \
         kaufdatum, gekauft am, bestelldatum, bestellt am, frist, fallig am, wiedervorlage, \
         date d achat, achete le, date de commande, echeance, a relancer le, \
         fecha de compra, comprado el, vencimiento, \
         aankoopdatum, besteldatum, gekocht op, vervaldatum, \
         data acquisto, data di acquisto, data ordine, scadenza, \
         data da compra, data de compra, prazo",
    ),
    (
        Ignore,
        "no, nr, id, row, line, pos, lfd nr, outstanding, balance, remaining, open amount, still owed, \
         rest, restbetrag, offener betrag, saldo, solde, reste, restante, resto",
    ),
];

/// What a column of that name may be, each with its rank: of several columns for the same, the one
/// of the lowest rank is meant. Empty where the name says nothing.
pub(super) fn meanings(name: &str) -> Vec<(RefundColumn, usize)> {
    let name = folded(name);
    let exact = found(|known| known == name);
    if !exact.is_empty() || name.is_empty() {
        return exact;
    }
    // What stands behind a name only tells it apart: `amount eur`, `reference vendor`.
    let begins = |known: &str| {
        known.len() > 3 && name.strip_prefix(known).is_some_and(|rest| rest.starts_with(' '))
    };
    let mut found = found(begins);
    let longest = found.iter().map(|(_, rank)| name_at(*rank).len()).max().unwrap_or(0);
    found.retain(|(_, rank)| name_at(*rank).len() == longest);
    // A column that is called so and nothing else goes before it.
    found.iter_mut().for_each(|(_, rank)| *rank += all().len());
    found
}

/// Whether a column of that name bears remarks and nothing else, so that its name adds nothing.
pub(super) fn is_remarks(name: &str) -> bool {
    let remarks = NAMES.iter().find(|(column, _)| *column == Notes);
    let name = folded(name);
    remarks.is_some_and(|(_, known)| known.split(", ").any(|known| known == name))
}

fn found(is_meant: impl Fn(&str) -> bool) -> Vec<(RefundColumn, usize)> {
    let ranked = all().enumerate();
    ranked.filter(|(_, (_, known))| is_meant(known)).map(|(rank, it)| (it.0, rank)).collect()
}

fn name_at(rank: usize) -> &'static str {
    ALL.get(rank).map_or("", |(_, known)| known)
}

fn all() -> impl ExactSizeIterator<Item = (RefundColumn, &'static str)> {
    ALL.iter().copied()
}

/// The names in the order of their ranks, taken apart once: each cell above a list is looked up.
static ALL: LazyLock<Vec<(RefundColumn, &str)>> = LazyLock::new(|| {
    let names = NAMES.iter();
    names.flat_map(|(column, names)| names.split(", ").map(|name| (*column, name))).collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_written_as_it_is_compared() {
        for (column, name) in all() {
            assert_eq!(folded(name), name, "“{name}” of {column}");
        }
    }
}
