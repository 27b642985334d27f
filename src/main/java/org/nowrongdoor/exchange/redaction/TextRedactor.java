package org.nowrongdoor.exchange.redaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.record.Disclosure;
import org.nowrongdoor.directory.record.Fact;
import org.nowrongdoor.directory.record.Language;
import org.nowrongdoor.directory.record.OrganizationRecord;
import org.nowrongdoor.directory.record.Source;
import org.nowrongdoor.exchange.check.PhoneText;
import org.nowrongdoor.exchange.row.Field;
import org.nowrongdoor.exchange.row.Field.Many;
import org.nowrongdoor.exchange.row.Findings;
import org.nowrongdoor.exchange.row.JsonMembers;
import org.nowrongdoor.exchange.row.JsonPath;
import org.nowrongdoor.exchange.row.RecordSchema;
import org.nowrongdoor.exchange.text.AddressDetector;
import org.nowrongdoor.taxonomy.language.Languages;

/** Goes through every text of a record and cuts what tells where a place is. */
final class TextRedactor {

    private static final String WHY = "it read like the address of a place that is not public";
    private static final String LINK_WITHHELD = "[link withheld]";
    private static final String TRANSLATIONS = "translations";
    private static final Set<String> NAMES = Set.of("name", "alternate_name", "discreet_name", "aliases");
    // Regions by id, and lists of days that have formats of their own.
    private static final Set<String> NO_TEXT =
            Set.of("extent", "extent_type", "byday", "byweekno", "bymonthday", "byyearday");
    // Where something was read is no place of the provider's: any site but a map.
    private static final Set<Class<?>> PROVENANCE = Set.of(
            Source.class,
            Fact.class,
            Fact.Statement.class,
            Disclosure.class,
            Disclosure.Translation.class,
            OrganizationRecord.Partner.class);
    private static final int MOST_SHORT_CODE = 6;

    private final KnownAddress fragments;
    private final @Nullable LinkRule links;
    private final Findings findings;

    /** @param links which links may stand in a record that is not public; null for a public one, of which only pieces of the
     *      addresses that are known are cut */
    TextRedactor(KnownAddress fragments, @Nullable LinkRule links, Findings findings) {
        this.fragments = fragments;
        this.links = links;
        this.findings = findings;
    }

    private boolean isStrict() {
        return links != null;
    }

    void cut(RecordSchema form, ObjectNode record, JsonPath place) {
        if (isStrict() && form.record() == Language.class) {
            language(record, place);
        }
        var changed = new HashSet<String>();
        for (var name : record.properties().stream().map(Map.Entry::getKey).toList()) {
            var field = form.find(name);
            // Areas have been widened, or are public.
            if (field == null || name.equals("service_areas")) {
                continue;
            }
            if (isStrict() && name.equals("metadata")) {
                record.remove(name);
                findings.redacted(place.at(name), "what another system recorded of changes may hold the old address");
                continue;
            }
            var value = record.get(name);
            var kept = many(form, field, value, place.at(name));
            if (value.isTextual() && !value.equals(kept)) {
                changed.add(name);
            }
            if (kept == null) {
                record.remove(name);
            } else {
                record.set(name, kept);
            }
        }
        dropTranslations(record, changed, place);
    }

    /** What told an address in one language may tell it in another, in words that no pattern knows. */
    private void dropTranslations(ObjectNode record, Set<String> names, JsonPath place) {
        for (var translation : record.path(TRANSLATIONS).properties()) {
            if (translation.getValue() instanceof ObjectNode texts) {
                for (var name : names) {
                    if (texts.remove(name) != null) {
                        findings.redacted(
                                place.at(TRANSLATIONS).at(translation.getKey()).at(name), WHY);
                    }
                }
            }
        }
    }

    private @Nullable JsonNode many(RecordSchema form, Field field, JsonNode value, JsonPath place) {
        if (field.many() == Many.LIST && value instanceof ArrayNode items) {
            var kept = items.arrayNode();
            for (int i = 0; i < items.size(); i++) {
                var item = one(form, field, items.get(i), place.at(i));
                if (item != null) {
                    kept.add(item);
                }
            }
            return kept;
        } else if (field.many() == Many.MAP && value instanceof ObjectNode members) {
            for (var name : new ArrayList<>(members.properties())) {
                one(form, field, name.getValue(), place.at(name.getKey()));
            }
            return members;
        }
        return one(form, field, value, place);
    }

    private @Nullable JsonNode one(RecordSchema form, Field field, JsonNode value, JsonPath place) {
        return switch (field.type()) {
            case RECORD -> nested(field, value, place);
            case URL, URI -> link(value, place, PROVENANCE.contains(form.record()));
            case EMAIL -> email(value, place);
            case PHONE -> phone(value, place);
            case TEXT -> words(form, field, value, place);
            case ANY -> loose(value, place);
            default -> value;
        };
    }

    private @Nullable JsonNode words(RecordSchema form, Field field, JsonNode value, JsonPath place) {
        if (NO_TEXT.contains(field.name())) {
            return value;
        }
        if (NAMES.contains(field.name())) {
            return name(value, place, form.record() == OrganizationRecord.class);
        }
        var text = text(value, place, PROVENANCE.contains(form.record()));
        // What is left of a code names nothing, and may be left of another one too.
        return field.name().equals("code") && !text.equals(value) ? null : text;
    }

    private @Nullable JsonNode nested(Field field, JsonNode value, JsonPath place) {
        if (field.record() == null || !(value instanceof ObjectNode record)) {
            return value;
        }
        var form = RecordSchema.of(field.record());
        cut(form, record, place);
        var lost = form.fields().values().stream().anyMatch(part -> part.required() && !record.has(part.name()));
        return lost && !field.name().equals("taxonomy_term") ? null : record;
    }

    /** A language is called what its code, or its own name in a list of languages, is called. */
    private void language(ObjectNode language, JsonPath place) {
        var name = JsonMembers.text(language, "name");
        if (name == null) {
            return;
        }
        var code = Languages.codeOf(name).or(() -> Languages.codeOf(JsonMembers.text(language, "code")));
        var known = code.map(each -> Languages.name(each, Locale.ENGLISH));
        if (known.isEmpty()) {
            language.remove("name");
        } else {
            language.put("name", known.get());
        }
        if (Languages.codeOf(name).isEmpty()) {
            findings.redacted(place.at("name"), "it is the name of no language that is known");
        }
    }

    private @Nullable JsonNode link(JsonNode value, JsonPath place, boolean isSource) {
        var url = value.asText();
        if (mayStand(url, isSource) && fragments.cut(url).equals(url)) {
            return value;
        }
        findings.redacted(
                place, "the link may lead to a place that is not public. Give one to a site of the organization.");
        return null;
    }

    private boolean mayStand(String url, boolean isSource) {
        if (links == null) {
            return true;
        }
        if (url.regionMatches(true, 0, "urn:", 0, 4)) {
            var words = url.replaceAll("[^\\p{L}\\d]+", " ");
            return AddressDetector.withhold(words).equals(words);
        }
        return isSource ? !AddressDetector.isMapLink(url) : links.allows(url);
    }

    private @Nullable JsonNode email(JsonNode value, JsonPath place) {
        var words = value.asText().replaceAll("[^\\p{L}\\d]+", " ");
        if (fragments.cut(words).equals(words)
                && (!isStrict() || AddressDetector.withhold(words).equals(words))) {
            return value;
        }
        findings.redacted(place, WHY);
        return null;
    }

    /** A number is what may be told of such a place, in digits: its letters may spell a street, a short one be a house's. */
    private @Nullable JsonNode phone(JsonNode value, JsonPath place) {
        var number = value.asText();
        if (number.chars().filter(Character::isDigit).count() <= MOST_SHORT_CODE
                && !fragments.cut(number).equals(number)) {
            findings.redacted(place, WHY);
            return null;
        }
        return isStrict() && number.chars().anyMatch(Character::isLetter)
                ? TextNode.valueOf(PhoneText.dialled(number))
                : value;
    }

    private JsonNode name(JsonNode value, JsonPath place, boolean ofOrganization) {
        var text = value.asText();
        if (!isStrict()) {
            return kept(value, fragments.cutInName(text), place);
        }
        var known = withoutLinks(fragments.cut(text));
        return kept(
                value, ofOrganization ? AddressDetector.withholdInName(known) : AddressDetector.withhold(known), place);
    }

    private JsonNode text(JsonNode value, JsonPath place, boolean isSource) {
        var text = value.textValue();
        if (text == null) {
            return value;
        }
        var known = fragments.cut(text);
        return kept(
                value, isStrict() ? AddressDetector.withhold(isSource ? known : withoutLinks(known)) : known, place);
    }

    private JsonNode kept(JsonNode value, String cut, JsonPath place) {
        if (cut.equals(value.asText())) {
            return value;
        }
        findings.redacted(place, WHY);
        return TextNode.valueOf(cut);
    }

    private String withoutLinks(String text) {
        return links == null || text.indexOf('.') < 0 ? text : withoutLinks(text, links);
    }

    private static String withoutLinks(String text, LinkRule allowed) {
        return AddressDetector.LINK
                .matcher(text)
                .replaceAll(link ->
                        Matcher.quoteReplacement(allowed.allows(trimmed(link.group())) ? link.group() : LINK_WITHHELD));
    }

    /** A link without the full stop or bracket of its sentence. */
    private static String trimmed(String link) {
        return link.replaceFirst("[.,;:!?)\\]]+$", "");
    }

    private JsonNode loose(JsonNode value, JsonPath place) {
        if (value instanceof ArrayNode items) {
            for (int i = 0; i < items.size(); i++) {
                items.set(i, loose(items.get(i), place.at(i)));
            }
        } else if (value instanceof ObjectNode record) {
            for (var name : record.properties().stream().map(Map.Entry::getKey).toList()) {
                record.set(name, loose(record.get(name), place.at(name)));
            }
        } else if (value.isTextual()) {
            return text(value, place, true);
        }
        return value;
    }
}
