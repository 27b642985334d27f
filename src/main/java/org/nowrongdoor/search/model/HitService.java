package org.nowrongdoor.search.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.contact.PhoneUriFormatter;
import org.nowrongdoor.directory.record.Kind;
import org.nowrongdoor.directory.record.LanguageMode;
import org.nowrongdoor.directory.record.LocationPolicy;
import org.nowrongdoor.directory.record.Status;
import org.nowrongdoor.directory.record.ToldText;
import org.nowrongdoor.directory.vetting.VettingSummary;

/** A service as a search answers it: enough to decide and to get in touch.
 *  @param summary the first words of what the service says of itself
 *  @param areas the published areas; never narrower than a county where the place is not public
 *  @param locations public places alone
 *  @param textsLang the languages of texts that are not in the one that was asked for, by their names */
public record HitService(
        UUID id,
        String name,
        Kind kind,
        Status status,
        @Nullable OrganizationName organization,
        @Nullable String summary,
        List<PhoneNumber> phones,
        @Nullable String url,
        @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) String email,
        @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) String chat,
        List<SpokenLanguage> languages,
        List<Area> areas,
        LocationPolicy locationPolicy,
        List<Place> locations,
        @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) String alert,
        @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) String applicationProcess,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<UUID> successorIds,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> textsLang) {

    /** The same in a language other than the record's own, and the languages of what it does not have in that.
     *  @param translation null where there is none */
    HitService in(@Nullable HitTranslation translation) {
        var known = translation == null ? new HitTranslation(null, null, null, Map.of()) : translation;
        var langs = new LinkedHashMap<String, String>();
        return new HitService(
                id,
                name,
                kind,
                status,
                organization,
                text("summary", summary, known.summary(), langs),
                phones.stream().map(phone -> phone.in(known.words())).toList(),
                url,
                email,
                chat,
                languages,
                areas.stream().map(area -> area.in(known.words())).toList(),
                locationPolicy,
                locations,
                text("alert", alert, known.alert(), langs),
                text("application_process", applicationProcess, known.applicationProcess(), langs),
                successorIds,
                Collections.unmodifiableMap(langs));
    }

    private static @Nullable String text(
            String name, @Nullable String original, @Nullable String translated, Map<String, String> langs) {
        if (original != null && translated == null) {
            langs.put(name, ToldText.ORIGINAL);
        }
        return original == null || translated == null ? original : translated;
    }

    /** The organisation behind a service.
     *  @param vetting absent unless it is asked for */
    public record OrganizationName(
            UUID id,
            String name,

            @Nullable @JsonInclude(JsonInclude.Include.NON_NULL)
            VettingSummary vetting) {

        public OrganizationName(UUID id, String name) {
            this(id, name, null);
        }
    }

    /** The same with the vetting file of its organisation. */
    public HitService with(VettingSummary vetting) {
        return organization == null
                ? this
                : new HitService(
                        id,
                        name,
                        kind,
                        status,
                        new OrganizationName(organization.id, organization.name, vetting),
                        summary,
                        phones,
                        url,
                        email,
                        chat,
                        languages,
                        areas,
                        locationPolicy,
                        locations,
                        alert,
                        applicationProcess,
                        successorIds,
                        textsLang);
    }

    /** A number to reach the service by. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PhoneNumber(
            String number,
            @Nullable BigDecimal extension,
            @Nullable String type,
            @Nullable String description,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> textsLang) {

        private PhoneNumber in(Map<String, String> words) {
            if (description == null) {
                return this;
            }
            var said = words.get(description);
            return new PhoneNumber(
                    number,
                    extension,
                    type,
                    Objects.requireNonNullElse(said, description),
                    said == null ? Map.of("description", ToldText.ORIGINAL) : Map.of());
        }

        /** What a device dials or writes to; null where no person answers or the number cannot be dialled. */
        @JsonProperty(access = JsonProperty.Access.READ_ONLY)
        public @Nullable String uri() {
            var dialled = extension == null ? null : extension.toPlainString();
            return PhoneUriFormatter.of(number, dialled, type).orElse(null);
        }
    }

    /** A language and, where known, who speaks it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SpokenLanguage(
            @Nullable String code,
            @Nullable String name,
            @Nullable LanguageMode mode) {}

    /** A published area; {@code id} is null where it is known in words alone. */
    @Schema(name = "PublishedArea")
    public record Area(@Nullable String id, @Nullable String name) {

        private Area in(Map<String, String> words) {
            return name == null ? this : new Area(id, words.getOrDefault(name, name));
        }
    }

    /** A public place. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "HitLocation")
    public record Place(
            UUID id,
            @Nullable String name,

            @Nullable @JsonProperty("address_1") String address1,

            @Nullable String city,
            @Nullable String stateProvince,
            @Nullable String postalCode,
            @Nullable Double latitude,
            @Nullable Double longitude) {}
}
