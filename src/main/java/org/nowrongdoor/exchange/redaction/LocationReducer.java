package org.nowrongdoor.exchange.redaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nowrongdoor.directory.hours.ScheduleMembers;
import org.nowrongdoor.directory.record.Language;
import org.nowrongdoor.directory.record.LocationPolicy;
import org.nowrongdoor.exchange.row.Field;
import org.nowrongdoor.exchange.row.Field.Many;
import org.nowrongdoor.exchange.row.FieldType;
import org.nowrongdoor.exchange.row.Findings;
import org.nowrongdoor.exchange.row.JsonPath;
import org.nowrongdoor.exchange.row.RecordSchema;
import org.nowrongdoor.storage.ChangedEntity;
import org.nowrongdoor.taxonomy.language.Languages;

/** Leaves of a location that is not public what may be told of one: what it is, and how and when its people are reached, in
 *  codes and numbers. It is a list of what stays, so that nothing has to be recognised to go. */
final class LocationReducer {

    private static final Set<String> CONFIDENTIAL = Set.of(
            "id",
            "organization_id",
            "location_type",
            "location_policy",
            "phones",
            "schedules",
            "languages",
            "accessibility");
    private static final Set<String> HIDDEN =
            Set.of("id", "organization_id", "location_type", "location_policy", "phones", "schedules", "languages");

    // A person's words and links: anything may stand there.
    private static final Set<FieldType> FREE =
            EnumSet.of(FieldType.TEXT, FieldType.URL, FieldType.URI, FieldType.EMAIL, FieldType.ANY);

    private static final Set<String> CODES = Stream.concat(
                    ScheduleMembers.NAMES.stream(), Stream.of("link_type", "link_entity"))
            .collect(Collectors.toUnmodifiableSet());

    // Of a hidden place not even that is told.
    private static final String TIME_ZONE = "timezone";

    private static final String WHY = "it is not told of a place that is not public";

    private final Findings findings;

    LocationReducer(Findings findings) {
        this.findings = findings;
    }

    /** Takes everything else out of a location. */
    void reduce(ObjectNode location, LocationPolicy policy, JsonPath place) {
        var isHidden = policy == LocationPolicy.HIDDEN;
        var kept = isHidden ? HIDDEN : CONFIDENTIAL;
        for (var name : names(location)) {
            var field = RecordSchema.of(ChangedEntity.LOCATION).find(name);
            if (field == null || !kept.contains(name)) {
                drop(location, name, place);
            } else {
                parts(field, location.get(name), isHidden, place.at(name));
            }
        }
    }

    private void parts(Field field, JsonNode value, boolean isHidden, JsonPath place) {
        // A term is a record of its own, and cut where it is stored.
        if (field.type() != FieldType.RECORD
                || field.record() == null
                || field.name().equals("taxonomy_term")) {
            return;
        }
        var form = RecordSchema.of(field.record());
        for (int i = 0; i < value.size(); i++) {
            if (value.get(i) instanceof ObjectNode part) {
                part(form, part, isHidden, place.at(i));
            }
        }
    }

    private void part(RecordSchema form, ObjectNode part, boolean isHidden, JsonPath place) {
        for (var name : names(part)) {
            var field = form.find(name);
            // A map holds nothing but translations of words.
            if (field == null
                    || field.many() == Many.MAP
                    || name.equals("metadata")
                    || (isHidden && name.equals(TIME_ZONE))) {
                drop(part, name, place);
            } else if (form.record() == Language.class && name.equals("name")) {
                language(part, place);
            } else if (FREE.contains(field.type()) && !CODES.contains(name)) {
                drop(part, name, place);
            } else {
                parts(field, part.get(name), isHidden, place.at(name));
            }
        }
    }

    /** What a language is called by us, and nothing that stood next to it. */
    private void language(ObjectNode language, JsonPath place) {
        var said = language.path("name").asText();
        var named = Languages.codesOf(said);
        var codes = named.isEmpty()
                ? Languages.codeOf(language.path("code").asText()).stream().toList()
                : named;
        if (codes.isEmpty()) {
            drop(language, "name", place);
            return;
        }
        if (named.isEmpty()) {
            findings.redacted(place.at("name"), WHY);
        }
        if (Languages.codeOf(said).isEmpty()) {
            language.put(
                    "name",
                    codes.stream()
                            .map(code -> Languages.name(code, Locale.ENGLISH))
                            .collect(Collectors.joining("/")));
        }
    }

    private static List<String> names(ObjectNode record) {
        return record.properties().stream().map(Map.Entry::getKey).toList();
    }

    private void drop(ObjectNode record, String name, JsonPath place) {
        record.remove(name);
        findings.redacted(place.at(name), WHY);
    }
}
