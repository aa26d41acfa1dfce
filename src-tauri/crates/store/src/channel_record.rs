//! How often each channel to a vendor was tried and answered, and how long it took.

use std::collections::BTreeMap;

use holdfast_domain::{Channel, VendorId};

use crate::nouns::WITH_VENDOR;
use crate::{Reader, StoreError};

/// What became of the household's attempts to reach a vendor by one channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChannelRecord {
    /// The channel.
    pub channel: Channel,
    /// How often the household tried it.
    pub tried: u32,
    /// How often somebody answered. Where nobody noted it, neither number counts the attempt.
    pub answered: u32,
    /// How often nobody did.
    pub unanswered: u32,
    /// How long one waited, over the attempts where that was noted.
    pub waited: Option<Minutes>,
    /// How long it took after that, over the attempts where that was noted.
    pub minutes: Option<Minutes>,
}

/// Minutes over several attempts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Minutes {
    /// Added up.
    pub total: u64,
    /// The middle one; of two middle ones the longer, so that nobody is promised too much.
    pub median: u32,
}

struct Attempt {
    channel: Channel,
    answered: Option<bool>,
    waited: Option<u32>,
    minutes: Option<u32>,
}

impl Reader {
    /// The attempts to reach a vendor or its people, by channel, across disputes.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn channel_record(&self, vendor: VendorId) -> Result<Vec<ChannelRecord>, StoreError> {
        let sql = format!(
            "SELECT t.channel, t.answered, t.waited_minutes, t.minutes FROM event t
             WHERE t.id IN ({WITH_VENDOR}) AND t.direction = 'out' AND EXISTS
                (SELECT 1 FROM dispute d WHERE d.id = t.dispute AND d.deleted_at IS NULL)"
        );
        let attempts = self.rows(&sql, [vendor.to_string()], |cells| {
            Ok(Attempt {
                channel: cells.take()?,
                answered: cells.take()?,
                waited: cells.take()?,
                minutes: cells.take()?,
            })
        })?;
        let mut by_channel: BTreeMap<Channel, Vec<Attempt>> = BTreeMap::new();
        for attempt in attempts {
            by_channel.entry(attempt.channel).or_default().push(attempt);
        }
        Ok(by_channel.into_iter().map(|(channel, all)| summed(channel, &all)).collect())
    }
}

fn summed(channel: Channel, attempts: &[Attempt]) -> ChannelRecord {
    let count = |wanted: Option<bool>| {
        let counted = attempts.iter().filter(|attempt| attempt.answered == wanted).count();
        u32::try_from(counted).unwrap_or(u32::MAX)
    };
    let (answered, unanswered) = (count(Some(true)), count(Some(false)));
    ChannelRecord {
        channel,
        tried: answered + unanswered + count(None),
        answered,
        unanswered,
        waited: minutes(attempts.iter().filter_map(|attempt| attempt.waited)),
        minutes: minutes(attempts.iter().filter_map(|attempt| attempt.minutes)),
    }
}

fn minutes(noted: impl Iterator<Item = u32>) -> Option<Minutes> {
    let mut noted: Vec<u32> = noted.collect();
    noted.sort_unstable();
    let median = *noted.get(noted.len() / 2)?;
    Some(Minutes { total: noted.iter().copied().map(u64::from).sum(), median })
}
