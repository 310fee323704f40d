//! Work on many things at once whose results come out in the order of the things. Knows threads;
//! knows nothing of what they do.

use std::collections::BTreeMap;
use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

/// So many results may wait to be taken.
const ROOM: usize = 64;

/// Gives what `work` makes of each item to `take`, in the order of the items. `take` runs on this
/// thread; when it fails the rest is left.
pub(super) fn in_order<T: Sync, R: Send, E>(
    items: &[T],
    work: impl Fn(&T) -> R + Sync,
    mut take: impl FnMut(R) -> Result<(), E>,
) -> Result<(), E> {
    let hands = thread::available_parallelism().map_or(1, NonZero::get);
    if hands.min(items.len()) < 2 {
        return items.iter().try_for_each(|item| take(work(item)));
    }
    let (next, work) = (&AtomicUsize::new(0), &work);
    thread::scope(|scope| {
        let (done, results) = mpsc::sync_channel(ROOM);
        for _ in 0..hands.min(items.len()) {
            let done = done.clone();
            scope.spawn(move || {
                while let at = next.fetch_add(1, Ordering::Relaxed)
                    && let Some(item) = items.get(at)
                    && done.send((at, work(item))).is_ok()
                {}
            });
        }
        drop(done);
        let (mut early, mut due) = (BTreeMap::new(), 0);
        for (at, result) in results {
            early.insert(at, result);
            while let Some(result) = early.remove(&due) {
                due += 1;
                take(result)?;
            }
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_the_order_of_the_items() {
        for count in [0, 1, 2, 500_u64] {
            let items: Vec<u64> = (0..count).collect();
            let mut taken = Vec::new();
            // The first takes the longest.
            let slow = |item: &u64| {
                let turns = (0..(count - item) * 200).map(std::hint::black_box);
                *item + u64::from(turns.max() > Some(u64::MAX - 1))
            };
            let ended = in_order(&items, slow, |item| {
                taken.push(item);
                Ok::<(), ()>(())
            });
            assert_eq!((ended, taken), (Ok(()), items));
        }
    }

    #[test]
    fn nothing_more_is_done_when_the_results_find_no_room() {
        let items: Vec<u32> = (0..10_000).collect();
        let done = AtomicUsize::new(0);
        let ended = in_order(
            &items,
            |_| done.fetch_add(1, Ordering::Relaxed),
            |_| Err("full"),
        );
        assert_eq!(ended, Err("full"));
        assert!(done.load(Ordering::Relaxed) < items.len());
    }
}
