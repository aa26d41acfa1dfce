//! The words by which people write how a refund stands, in seven languages.

use std::collections::HashMap;
use std::sync::LazyLock;

use holdfast_domain::RefundState;

use crate::statement::csv::cell::folded;

use RefundState::{GivenUp, Open, PartlyRefunded, Promised, Refunded, Refused, Waiting};

/// The words, in small letters without marks or signs. “Closed” stands nowhere: it says that a
/// matter is over, and not how.
const WORDS: &[(RefundState, &str)] = &[
    (
        Open,
        "open, opened, new, todo, to do, to ask, asked, requested, claimed, submitted, disputed, \
         unresolved, not refunded, not yet, no, \
         offen, noch offen, neu, angefragt, beantragt, eingereicht, gefordert, nicht erstattet, noch nicht, nein, \
         ouvert, ouverte, nouveau, demande, demandee, reclame, non rembourse, pas encore, non, \
         abierto, abierta, nuevo, solicitado, reclamado, no reembolsado, todavia no, \
         openstaand, nieuw, aangevraagd, ingediend, nog niet, nee, \
         aperto, aperta, nuovo, richiesto, richiesta, non rimborsato, non ancora, \
         aberto, aberta, novo, pedido, nao reembolsado, ainda nao, nao",
    ),
    (
        Waiting,
        "waiting, pending, in progress, processing, awaiting reply, awaiting answer, awaiting refund, \
         waiting for reply, waiting for answer, waiting for refund, waiting for money, no reply, no answer, \
         wartet, warten, wartend, ausstehend, in bearbeitung, in arbeit, lauft, warten auf antwort, \
         warten auf geld, keine antwort, \
         en attente, attente, en cours, en traitement, sans reponse, \
         pendiente, en espera, en proceso, en tramite, esperando, sin respuesta, \
         in behandeling, wachten, wachtend, in afwachting, geen antwoord, \
         in attesa, in corso, in lavorazione, nessuna risposta, \
         pendente, em espera, em andamento, em analise, em curso, a aguardar, aguardando, sem resposta",
    ),
    (
        Promised,
        "promised, refund promised, agreed, approved, refund approved, accepted, granted, confirmed, \
         versprochen, zugesagt, zugesichert, bewilligt, genehmigt, angenommen, \
         promis, promise, accorde, accepte, approuve, valide, \
         prometido, aprobado, aceptado, concedido, \
         beloofd, toegezegd, goedgekeurd, akkoord, \
         promesso, approvato, accettato, concesso, \
         aprovado, aceite, aceito",
    ),
    (
        PartlyRefunded,
        "partly refunded, partially refunded, refunded in part, refunded partly, partial refund, \
         part refunded, partly paid, part paid, partial, partially, partly, in part, \
         teilweise erstattet, teilerstattet, teilerstattung, teilweise bezahlt, teilzahlung, teilweise, \
         partiellement rembourse, rembourse partiellement, remboursement partiel, partiel, partiellement, \
         parcialmente reembolsado, reembolso parcial, parcial, parcialmente, \
         gedeeltelijk terugbetaald, deels terugbetaald, gedeeltelijk, deels, \
         parzialmente rimborsato, rimborso parziale, parziale, in parte",
    ),
    (
        Refunded,
        "refunded, fully refunded, refunded in full, refund received, received, paid, paid back, repaid, \
         reimbursed, credited, got it back, settled, resolved, done, completed, yes, ok, x, \
         erstattet, zuruckerstattet, ruckerstattet, voll erstattet, zuruckgezahlt, zuruckbezahlt, bezahlt, \
         erhalten, gutgeschrieben, erledigt, ja, \
         rembourse, remboursee, paye, recu, credite, regle, oui, \
         reembolsado, reembolsada, devuelto, pagado, recibido, abonado, resuelto, hecho, si, \
         terugbetaald, vergoed, betaald, ontvangen, afgehandeld, \
         rimborsato, rimborsata, pagato, ricevuto, accreditato, risolto, fatto, \
         devolvido, pago, recebido, creditado, resolvido, concluido, feito, sim",
    ),
    (
        Refused,
        "refused, rejected, denied, declined, turned down, no refund, \
         abgelehnt, verweigert, zuruckgewiesen, absage, keine erstattung, \
         refuse, refusee, rejete, \
         rechazado, rechazada, denegado, negado, \
         geweigerd, afgewezen, geen terugbetaling, \
         rifiutato, rifiutata, respinto, negato, \
         recusado, rejeitado, indeferido",
    ),
    (
        GivenUp,
        "given up, gave up, give up, abandoned, dropped, written off, withdrawn, let go, \
         aufgegeben, abgeschrieben, fallen gelassen, fallengelassen, verzichtet, \
         abandonne, abandonnee, laisse tomber, \
         abandonado, abandonada, desistido, renunciado, \
         opgegeven, afgeschreven, laten vallen, \
         abbandonato, abbandonata, rinunciato, \
         desistiu, desisti",
    ),
];

/// What the words of a cell mean, with what stands behind them: `Refused: past 14 days`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) state: RefundState,
    pub(super) rest: Option<String>,
}

/// How it stands by the words of a cell; `None` where they are not understood as a whole.
pub(super) fn said(text: &str) -> Option<Said> {
    if let Some(state) = word(text) {
        return Some(Said { state, rest: None });
    }
    let (head, rest) = parted(text)?;
    let rest = rest.trim().trim_end_matches(')').trim();
    Some(Said { state: word(head)?, rest: (!rest.is_empty()).then(|| rest.to_owned()) })
}

/// Whether the cell's words are understood.
pub(super) fn is_state(text: &str) -> bool {
    said(text).is_some()
}

fn word(text: &str) -> Option<RefundState> {
    /// No word for a state is longer.
    const LONGEST: usize = 60;
    if text.len() > LONGEST || text.contains('?') {
        return None;
    }
    STATES.get(folded(text).as_str()).copied()
}

/// The state of each word, taken apart once: each cell of a column is looked up.
static STATES: LazyLock<HashMap<&str, RefundState>> = LazyLock::new(|| {
    let words = WORDS.iter();
    words.flat_map(|(state, words)| words.split(", ").map(move |it| (it, *state))).collect()
});

/// What stands before and behind the first sign that parts a state from its reason.
fn parted(text: &str) -> Option<(&str, &str)> {
    let sign = |(at, character): (usize, char)| {
        let is_dash = matches!(character, '-' | '–' | '—');
        let stands_free = text[..at].ends_with(' ');
        (matches!(character, ':' | ';' | ',' | '(' | '\n') || is_dash && stands_free)
            .then_some((at, character.len_utf8()))
    };
    let (at, width) = text.char_indices().find_map(sign)?;
    Some((&text[..at], &text[at + width..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_seven_languages_mean_a_state() {
        for (text, state, rest) in [
            ("Open", Open, None),
            ("in Bearbeitung", Waiting, None),
            ("en attente", Waiting, None),
            ("Aprobado", Promised, None),
            ("Teilweise erstattet", PartlyRefunded, None),
            ("Remboursé", Refunded, None),
            ("terugbetaald", Refunded, None),
            ("Rifiutato", Refused, None),
            ("Não", Open, None),
            ("DESISTIU", GivenUp, None),
            ("refused: past 14 days", Refused, Some("past 14 days")),
            ("Abgelehnt (Frist vorbei)", Refused, Some("Frist vorbei")),
            ("waiting - called twice", Waiting, Some("called twice")),
        ] {
            let found = said(text).map(|it| (it.state, it.rest));
            assert_eq!(found, Some((state, rest.map(str::to_owned))), "“{text}”");
        }
    }

    #[test]
    fn what_is_not_a_state_is_none() {
        let long = "open ".repeat(100_000);
        for (text, why) in [
            ("", "nothing"),
            ("closed", "it is over, and nobody knows how"),
            ("not sure", "“not” begins nothing"),
            ("paid by card", "that is how one paid"),
            ("refunded?", "that is a question"),
            (long.as_str(), "nobody writes as much"),
        ] {
            assert_eq!(said(text), None, "{why}");
        }
    }

    #[test]
    fn no_word_means_two_states() {
        let all = WORDS.iter().flat_map(|(_, words)| words.split(", ").map(str::trim));
        let mut seen = std::collections::BTreeSet::new();
        for word in all {
            assert!(seen.insert(word), "“{word}” stands twice");
            assert_eq!(folded(word), word, "“{word}” is compared as it is folded");
        }
    }
}
