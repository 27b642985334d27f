package org.nowrongdoor.exchange.provider;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.record.Capacity;
import org.nowrongdoor.http.server.PageStyle;
import org.nowrongdoor.region.LocalTimeFormatter;
import org.nowrongdoor.text.WireName;

/** The page behind an invitation, in the hand of the answer page: no script, nothing from elsewhere, English or Spanish. */
@Singleton
class ProviderPage {

    /** What can be changed on the page; everything else by the API. */
    static final List<String> FIELDS = List.of(
            "description",
            "application_process",
            "eligibility_description",
            "fees_description",
            "wait_time",
            "alert",
            "email",
            "url");

    /** The form's member for the version of the entry that was shown. */
    static final String VERSION = "version";

    /** The beginning of the form's members for what stood in a field. */
    static final String SEEN = "seen_";

    private static final int TALL = 4;

    /** One that a provider chooses from. */
    public record Choice(String name, String text) {}

    /** One that a provider writes. */
    public record Writing(String name, String label, String value, String stored, int rows, boolean wrong) {}

    /** What just happened.
     *  @param slip null when nothing went wrong */
    record News(@Nullable ProviderPageProblem slip, boolean saved) {}

    private final Template page;
    private final LocalTimeFormatter times;
    private final Map<String, Map<String, String>> texts;
    private final PageStyle style = PageStyle.packaged();

    ProviderPage(@Location("provider.html") Template page, ObjectMapper mapper, LocalTimeFormatter times)
            throws IOException {
        this.page = page;
        this.times = times;
        this.texts = mapper.readValue(read("/exchange/provider.json"), new TypeReference<>() {});
    }

    /** The entry with its forms. */
    String of(ProviderEditor.Own own, String lang, News news) {
        var words = words(lang);
        var service = own.service().body();
        var slip = news.slip();
        return base(lang)
                .data("name", service.path("name").asText())
                .data("until", times.format(own.invitation().expiresAt(), regions(service), lang))
                .data(
                        "said",
                        capacity(words, service.path("capacity").path("code").asText("unknown")))
                .data("verified", service.path("assured_date").asText(words.getOrDefault("verified.never", "")))
                .data("slip", slip)
                .data("version", own.version())
                .data("wrong", wrong(words, slip))
                .data("hint", hint(words, slip))
                .data("saved", news.saved())
                .data("codes", codes(words))
                .data(
                        "fields",
                        FIELDS.stream()
                                .map(name -> writing(words, service, name, slip))
                                .toList())
                .render();
    }

    /** The regions of a record's service areas. */
    static List<String> regions(JsonNode service) {
        return service.path("service_areas").findValuesAsText("extent");
    }

    private static @Nullable String wrong(Map<String, String> words, @Nullable ProviderPageProblem slip) {
        return slip == null || slip.fields().isEmpty()
                ? null
                : slip.fields().stream()
                        .map(field -> String.valueOf(words.get(field)))
                        .collect(Collectors.joining(", "));
    }

    /** What to do about the first field that was not taken. */
    private static @Nullable String hint(Map<String, String> words, @Nullable ProviderPageProblem slip) {
        if (slip == null) {
            return null;
        }
        var field = slip.fields().isEmpty() ? "none" : slip.fields().get(0);
        return words.getOrDefault("hint." + field, words.get("hint.text"));
    }

    private static Writing writing(
            Map<String, String> words, JsonNode service, String name, @Nullable ProviderPageProblem slip) {
        var stored = service.path(name).asText("");
        return new Writing(
                name,
                String.valueOf(words.get(name)),
                slip == null ? stored : slip.typed().getOrDefault(name, stored),
                stored,
                name.equals("description") ? TALL : 1,
                slip != null && slip.fields().contains(name));
    }

    /** A page that says one thing.
     *  @param state {@code absent} or {@code declined} */
    String saying(String state, String lang) {
        return base(lang).data("name", null).data("state", state).render();
    }

    private static List<Choice> codes(Map<String, String> words) {
        return List.of(Capacity.Code.values()).stream()
                .map(WireName::kebabCase)
                .map(code -> new Choice(code, capacity(words, code)))
                .toList();
    }

    private static String capacity(Map<String, String> words, String code) {
        return words.getOrDefault("capacity." + code, code);
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
        try (var stream = Objects.requireNonNull(ProviderPage.class.getResourceAsStream(name), name)) {
            return stream.readAllBytes();
        }
    }
}
