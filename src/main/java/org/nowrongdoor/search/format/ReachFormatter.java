package org.nowrongdoor.search.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.record.Phone;
import org.nowrongdoor.search.model.Hit;
import org.nowrongdoor.search.model.HitService;

/** How and when to reach a service, as lines to be read aloud. */
final class ReachFormatter {

    private final Messages spoken;
    private final TimeFormatter times;
    private final TextForm form;

    ReachFormatter(Messages spoken, TimeFormatter times, TextForm form) {
        this.spoken = spoken;
        this.times = times;
        this.form = form;
    }

    /** Whether neither a number nor the hours are known. */
    boolean isSilent(Hit hit) {
        return numbers(hit.service().phones()).isEmpty()
                && !List.of("open", "closed").contains(hit.open().state());
    }

    /** Numbers first, or that there is none; the website where nothing else is known.
     *  @param none key of what is said where there is no number */
    List<String> lines(Hit hit, String none) {
        var service = hit.service();
        var ways = new ArrayList<String>();
        numbers(service.phones()).forEach(ways::add);
        if (ways.isEmpty()) {
            ways.add(spoken.say(none));
        }
        var count = ways.size();
        Stream.ofNullable(service.chat()).forEach(chat -> ways.add(spoken.say("chat", chat)));
        Stream.ofNullable(service.email()).forEach(email -> ways.add(spoken.say("email", email)));
        service.locations().forEach(location -> walkIn(hit, location).ifPresent(ways::add));
        var hasNumber = service.phones().stream().anyMatch(ReachFormatter::isAnswered);
        if (service.url() != null && (form.detailed() || (!hasNumber && ways.size() == count))) {
            ways.add(spoken.say("web", service.url()));
        }
        return ways;
    }

    /** The numbers at which a person answers: a fax or a pager is not read aloud. */
    List<String> numbers(List<HitService.PhoneNumber> phones) {
        return phones.stream()
                .filter(ReachFormatter::isAnswered)
                .map(this::number)
                .limit(form.most())
                .toList();
    }

    private static boolean isAnswered(HitService.PhoneNumber phone) {
        return Phone.Use.of(phone.type()).isAnswered();
    }

    private String number(HitService.PhoneNumber phone) {
        var number = phone.extension() == null
                ? phone.number()
                : spoken.say("extension", phone.number(), phone.extension().toPlainString());
        return spoken.say(
                switch (Phone.Use.of(phone.type())) {
                    case VOICE -> "call";
                    case TEXT -> "text";
                    case TTY -> "tty";
                    case VIDEO -> "video";
                    case FAX, PAGER -> throw new IllegalStateException("no one answers there");
                },
                number);
    }

    /** A location to go to, with its own hours where those of the others are different. */
    private Optional<String> walkIn(Hit hit, HitService.Place location) {
        var name = Stream.of(location.name(), location.address1(), location.city())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        var open = hit.open().locations().stream()
                .filter(each -> each.id().equals(location.id()))
                .findFirst()
                .map(each -> ". "
                        + open(
                                each.state(),
                                each.until(),
                                each.opensAt(),
                                hit.open().at()));
        return name.isEmpty() ? Optional.empty() : Optional.of(spoken.say("walkin", name) + open.orElse(""));
    }

    /** Whether it is open now or at the moment that was asked for. */
    String open(Hit.Open open) {
        return open(open.state(), open.until(), open.opensAt(), open.at());
    }

    private String open(String state, @Nullable String until, @Nullable String opensAt, @Nullable String at) {
        return switch (state) {
            case "open" -> until == null ? when("open", "", at) : when("until", times.until(until, at), at);
            case "closed" -> opensAt == null ? when("closed", "", at) : when("opens", times.at(opensAt), at);
            default -> spoken.say("open.call_first");
        };
    }

    private String when(String what, String change, @Nullable String at) {
        return at == null
                ? spoken.say("open." + what, change)
                : spoken.say("open." + what + ".at", change, times.at(at));
    }
}
