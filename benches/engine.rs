//! How fast an answer is read: `cargo bench --bench engine`. Prints medians; asserts nothing, since
//! machines differ. Wall time of one thread.

#![expect(clippy::print_stdout, reason = "a benchmark reports")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use failwell::content;
use failwell::engine::{Lang, Options};

const EN: &str = "Last spring our team moved the booking desk to a new calendar. We assumed that \
    everybody knew the old shortcuts, and we didn't ask the people who answer the phones. Two weeks \
    in, calls took twice as long and a few regular guests gave up. I had told my manager it would be \
    quick. We realised that a tool is only ready when the people who use it say so. So we sat beside \
    the desk for two days, wrote down every question, and ran three short sessions before we went \
    on. Since then we try each change with two users first. Calls are back to four minutes. ";
const ZH: &str = "去年春天，我们把前台的预订换到了新的日历系统。我们以为大家都熟悉原来的快捷键，没有去问接电话\
    的同事。两周以后，每个电话要多花一倍的时间，有几位老客人干脆不打了。我当时跟主管说很快就能上手。我们意识到，\
    工具好不好用，要由用它的人说了算。于是我们在前台坐了两天，把每个问题都记下来，分三次做了培训再继续。从那以后，\
    每次改动都先请两位同事试用。现在一个电话又回到了四分钟。";

fn main() {
    for lang in Lang::ALL {
        let started = now();
        black_box(content::engine().reader(lang));
        let name = format!("loading, {}", lang.code());
        println!("{name:<30} {:>10.3} ms", ms(now() - started));
    }
    for (name, lang, unit) in [("English", Lang::En, EN), ("Chinese", Lang::Zh, ZH)] {
        let answer = unit.repeat(2);
        bench(&format!("{name}, one answer"), lang, &answer, 400);
        for (size, rounds) in [(1_000, 200), (100_000, 30), (1_000_000, 9), (10_000_000, 3)] {
            let text = filled(unit, size);
            bench(&format!("{name}, {size} bytes"), lang, &text, rounds);
        }
    }
    for (name, unit) in [
        ("one sentence", "and we thought it was fine "),
        ("only marks", "?!,;"),
        ("only I", "I "),
        ("only 我", "我"),
    ] {
        let lang = if name.ends_with('我') {
            Lang::Zh
        } else {
            Lang::En
        };
        bench(&format!("1 MB, {name}"), lang, &filled(unit, 1_000_000), 5);
    }
}

fn filled(unit: &str, size: usize) -> String {
    unit.repeat(size / unit.len() + 1)
}

fn bench(name: &str, lang: Lang, text: &str, rounds: usize) {
    let options = Options {
        lang: Some(lang),
        ..Options::default()
    };
    let mut times: Vec<Duration> = (0..rounds)
        .map(|_| {
            let start = now();
            black_box(content::engine().analyse(black_box(text), options));
            now() - start
        })
        .collect();
    times.sort();
    println!("{name:<30} {:>10.3} ms", ms(times[rounds / 2]));
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

#[expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]
fn now() -> Instant {
    Instant::now()
}
