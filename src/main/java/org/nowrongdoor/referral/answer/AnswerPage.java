package org.nowrongdoor.referral.answer;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.http.server.PageStyle;
import org.nowrongdoor.referral.state.ReferralReason;
import org.nowrongdoor.region.LocalTimeFormatter;

/** The page behind a one-time link: no script, nothing from elsewhere, a title that says nothing to anyone who looks
 *  over a shoulder, in English or Spanish. */
@Singleton
class AnswerPage {

    // Those that a provider gives; the others are for the sender and the clock.
    private static final List<ReferralReason> OFFERED = List.of(
            ReferralReason.NO_CAPACITY,
            ReferralReason.NOT_ELIGIBLE,
            ReferralReason.OUT_OF_AREA,
            ReferralReason.UNABLE_TO_CONTACT,
            ReferralReason.CLIENT_DECLINED,
            ReferralReason.SAFETY_CONFLICT,
            ReferralReason.DUPLICATE,
            ReferralReason.OTHER);

    private static final int HOURS_TOLD = 48;

    private final Clock clock;
    private final LocalTimeFormatter times;
    private final Template page;
    private final Map<String, Map<String, String>> texts;
    private final PageStyle style = PageStyle.packaged();

    AnswerPage(@Location("answer.html") Template page, ObjectMapper mapper, Clock clock, LocalTimeFormatter times)
            throws IOException {
        this.clock = clock;
        this.times = times;
        this.page = page;
        this.texts = mapper.readValue(read("/referral/answer.json"), new TypeReference<>() {});
    }

    /** One of the reasons that the page offers. */
    public record Choice(String code, String text) {}

    String of(AnswerView view, String lang, @Nullable String fault) {
        var words = words(lang);
        return base(lang)
                .data("view", view)
                .data("due", times.format(view.respondBy(), view.regions(), lang))
                .data("left", left(words, Duration.between(clock.instant(), view.respondBy())))
                .data("soon", words.get("priority." + view.priority()))
                .data("said", words.get("status." + view.status().wire()))
                .data("fault", fault == null ? null : words.get(fault))
                .data(
                        "reasons",
                        OFFERED.stream()
                                .map(reason -> new Choice(
                                        reason.wire(), Objects.requireNonNull(words.get("reason." + reason.wire()))))
                                .toList())
                .render();
    }

    // A national service has no clock of its own; how long there is, everyone can read.
    private static String left(Map<String, String> words, Duration left) {
        var unit = left.toHours() >= HOURS_TOLD ? "days" : left.toHours() > 0 ? "hours" : "minutes";
        var large = left.toHours() >= HOURS_TOLD ? left.toDays() : left.toHours();
        return MessageFormat.format(
                Objects.requireNonNull(words.get("left." + unit)), large, Math.max(0, left.toMinutesPart()));
    }

    /** The page of a link that leads nowhere. */
    String absent(String lang) {
        return base(lang).data("view", null).render();
    }

    /** The policy under which the page is shown. */
    String contentSecurityPolicy() {
        return style.contentSecurityPolicy();
    }

    private TemplateInstance base(String lang) {
        return page.instance().data("lang", lang).data("t", words(lang)).data("style", style.css());
    }

    private Map<String, String> words(String lang) {
        return Objects.requireNonNull(texts.get(lang));
    }

    private static byte[] read(String name) throws IOException {
        try (var stream = Objects.requireNonNull(AnswerPage.class.getResourceAsStream(name), name)) {
            return stream.readAllBytes();
        }
    }
}
