//! Which of several sums together make another.

/// More sums than these are not gone through: their combinations grow without end.
const MOST: usize = 12;

/// The fewest of `sums`, two or more and at most `most`, that make `wanted`; of equally few, those
/// that stand first. The places of them, in order.
pub(super) fn making(sums: &[i64], wanted: i64, most: usize) -> Option<Vec<usize>> {
    let sums = &sums[..sums.len().min(MOST)];
    let all: i128 = sums.iter().map(|sum| i128::from(*sum)).sum();
    if all < i128::from(wanted) || sums.len() < 2 {
        return None;
    }
    let mut taken = Vec::with_capacity(most);
    (2..=most.min(sums.len())).find_map(|count| {
        taken.clear();
        take(sums, 0, count, i128::from(wanted), &mut taken).then(|| taken.clone())
    })
}

/// Takes `count` of the sums from one place on so that they make what is left.
fn take(sums: &[i64], from: usize, count: usize, left: i128, taken: &mut Vec<usize>) -> bool {
    if count == 0 {
        return left == 0;
    }
    if left <= 0 {
        return false;
    }
    for place in from..sums.len() {
        if sums.len() - place < count {
            return false;
        }
        taken.push(place);
        if take(sums, place + 1, count - 1, left - i128::from(sums[place]), taken) {
            return true;
        }
        taken.pop();
    }
    false
}

#[cfg(test)]
mod tests {
    use super::making;

    #[test]
    fn the_fewest_that_make_the_sum_are_taken() {
        type Case = (&'static [i64], i64, usize, Option<&'static [usize]>);
        let cases: [Case; 8] = [
            (&[10, 20, 30], 30, 3, Some(&[0, 1])),
            (&[10, 20, 30], 60, 3, Some(&[0, 1, 2])),
            (&[10, 20, 30], 60, 2, None),
            (&[10, 20, 30], 35, 3, None),
            (&[30], 30, 3, None),
            (&[5, 5, 10, 10], 20, 4, Some(&[2, 3])),
            (&[], 0, 4, None),
            (&[1; 40], 20, 12, None),
        ];
        for (sums, wanted, most, places) in cases {
            assert_eq!(making(sums, wanted, most).as_deref(), places, "{wanted} of {sums:?}");
        }
    }
}
