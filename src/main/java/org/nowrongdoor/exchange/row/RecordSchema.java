package org.nowrongdoor.exchange.row;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nowrongdoor.directory.record.Address;
import org.nowrongdoor.directory.record.CostOption;
import org.nowrongdoor.directory.record.Disclosure;
import org.nowrongdoor.directory.record.Language;
import org.nowrongdoor.directory.record.LocationRecord;
import org.nowrongdoor.directory.record.OrganizationRecord;
import org.nowrongdoor.directory.record.Phone;
import org.nowrongdoor.directory.record.ServiceAtLocationRecord;
import org.nowrongdoor.directory.record.ServiceRecord;
import org.nowrongdoor.exchange.row.Field.Many;
import org.nowrongdoor.storage.ChangedEntity;
import org.nowrongdoor.taxonomy.Synonym;
import org.nowrongdoor.taxonomy.TaxonomyRecord;
import org.nowrongdoor.taxonomy.TermRecord;

/** The members that a record may have, read from the wire record itself so that the two cannot differ. */
public record RecordSchema(Class<?> record, Map<String, Field> fields) {

    private static final Set<String> URLS = Set.of("url", "website", "schedule_link", "source_url", "logo");
    private static final Set<String> URIS = Set.of("uri", "term_uri");
    private static final Set<String> EMAILS = Set.of("email", "assurer_email");
    private static final Set<String> CLOCK_TIMES = Set.of("opens_at", "closes_at");
    private static final Map<String, List<String>> CHOICES = Map.of(
            "location_type", List.of("physical", "postal", "virtual"),
            "address_type", List.of("physical", "postal", "virtual"),
            "wkst", List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU"),
            "freq", List.of("WEEKLY", "MONTHLY"));
    private static final List<String> DISCLOSURES = List.of(
            "law_enforcement", "mandated_reporter", "records_kept", "immigration", "custody", "benefits", "other");

    // Codes and numbers, of which one record has what another has as free text under the same name.
    private static final Map<Class<?>, Map<String, FieldType>> SHORT_TEXTS = Map.of(
            Phone.class,
                    Map.of(
                            "number",
                            FieldType.PHONE,
                            "extension",
                            FieldType.EXTENSION,
                            "type",
                            FieldType.PHONE_TYPE,
                            // Ours, not to be checked: it is dropped when it comes back.
                            "uri",
                            FieldType.ANY),
            Language.class, Map.of("code", FieldType.LANGUAGE),
            // It follows from the record of the other organisation: it is dropped when it comes back.
            OrganizationRecord.Partner.class, Map.of("confirmed", FieldType.ANY),
            TermRecord.class, Map.of("language", FieldType.LANGUAGE),
            Synonym.class, Map.of("lang", FieldType.LANGUAGE),
            CostOption.class, Map.of("currency", FieldType.CURRENCY),
            Address.class,
                    Map.of(
                            "country",
                            FieldType.COUNTRY,
                            "state_province",
                            FieldType.STATE,
                            "postal_code",
                            FieldType.POSTAL_CODE));

    private static final ClassValue<RecordSchema> FORMS = new ClassValue<>() {
        @Override
        protected RecordSchema computeValue(Class<?> type) {
            var fields = new LinkedHashMap<String, Field>();
            for (var component : type.getRecordComponents()) {
                var field = field(type, component);
                fields.put(field.name(), field);
            }
            return new RecordSchema(type, fields);
        }
    };

    /** The form of a wire record. */
    public static RecordSchema of(Class<?> record) {
        return FORMS.get(record);
    }

    /** The form of a record that stands for itself. */
    public static RecordSchema of(ChangedEntity entity) {
        return of(
                switch (entity) {
                    case SERVICE -> ServiceRecord.class;
                    case ORGANIZATION -> OrganizationRecord.class;
                    case LOCATION -> LocationRecord.class;
                    case SERVICE_AT_LOCATION -> ServiceAtLocationRecord.class;
                    case TAXONOMY -> TaxonomyRecord.class;
                    case TAXONOMY_TERM -> TermRecord.class;
                });
    }

    @Nullable public Field find(String name) {
        return fields.get(name);
    }

    private static Field field(Class<?> owner, RecordComponent component) {
        var renamed = component.getAccessor().getAnnotation(JsonProperty.class);
        var name = renamed == null ? new SnakeCaseStrategy().translate(component.getName()) : renamed.value();
        var many =
                component.getType() == List.class ? Many.LIST : component.getType() == Map.class ? Many.MAP : Many.ONE;
        var element = element(component.getGenericType(), many);
        var choices = choices(owner, name, element);
        var nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        // Ids are made where none is given.
        var required = many == Many.ONE && !nullable && !name.equals("id");
        var type = SHORT_TEXTS.getOrDefault(owner, Map.of()).getOrDefault(name, type(name, element, choices));
        return new Field(name, type, many, element, choices, required);
    }

    private static Class<?> element(Type type, Many many) {
        if (many == Many.ONE) {
            return (Class<?>) type;
        }
        var arguments = ((ParameterizedType) type).getActualTypeArguments();
        return (Class<?>) arguments[arguments.length - 1];
    }

    private static List<String> choices(Class<?> owner, String name, Class<?> element) {
        if (element.isEnum()) {
            return Arrays.stream(element.getEnumConstants())
                    .map(RecordSchema::wire)
                    .toList();
        }
        return owner == Disclosure.class && name.equals("code") ? DISCLOSURES : CHOICES.getOrDefault(name, List.of());
    }

    private static String wire(Object constant) {
        try {
            return constant.getClass()
                    .getField(((Enum<?>) constant).name())
                    .getAnnotation(JsonProperty.class)
                    .value();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    private static FieldType type(String name, Class<?> element, List<String> choices) {
        if (!choices.isEmpty()) {
            return FieldType.CHOICE;
        } else if (element.isRecord()) {
            return FieldType.RECORD;
        } else if (element == UUID.class) {
            return FieldType.UUID;
        } else if (element == BigDecimal.class) {
            return FieldType.NUMBER;
        } else if (element == LocalDate.class) {
            return FieldType.DAY;
        } else if (element == OffsetDateTime.class) {
            return FieldType.INSTANT;
        } else if (element == JsonNode.class) {
            return FieldType.ANY;
        }
        return textType(name);
    }

    private static FieldType textType(String name) {
        if (URLS.contains(name)) {
            return FieldType.URL;
        } else if (URIS.contains(name)) {
            return FieldType.URI;
        } else if (EMAILS.contains(name)) {
            return FieldType.EMAIL;
        }
        return CLOCK_TIMES.contains(name) ? FieldType.CLOCK_TIME : FieldType.TEXT;
    }
}
