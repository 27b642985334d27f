package org.nowrongdoor.search.model;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The parts of a hit whose JSON is the same for every caller: written at the first answer, copied into every other.
 *  @param service of the service; null where it tells more
 *  @param match of what is said when the client said nothing; null when they did */
public record CachedJson(@Nullable Once service, @Nullable Once match) {

    /** The same for a hit whose service tells more than others are told. */
    CachedJson withoutService() {
        return new CachedJson(null, match);
    }

    /** A text that is written when it is first wanted. */
    public static final class Once {

        private volatile @Nullable SerializableString text;

        private SerializableString of(Object value, ObjectMapper mapper) throws IOException {
            var known = text;
            if (known == null) {
                known = new SerializedString(mapper.writeValueAsString(value));
                text = known;
            }
            return known;
        }
    }

    /** Writes {@link Hit#service}. */
    static final class ServicePart extends Part {
        ServicePart() {
            super(CachedJson::service);
        }
    }

    /** Writes {@link Hit#match}. */
    static final class MatchPart extends Part {
        MatchPart() {
            super(CachedJson::match);
        }
    }

    private abstract static class Part extends JsonSerializer<Object> {

        private final Function<CachedJson, @Nullable Once> part;

        Part(Function<CachedJson, @Nullable Once> part) {
            this.part = part;
        }

        @Override
        public void serialize(Object value, JsonGenerator json, SerializerProvider provider) throws IOException {
            var written = json.currentValue() instanceof Hit hit ? hit.written() : null;
            var once = written == null ? null : part.apply(written);
            if (once == null || !(json.getCodec() instanceof ObjectMapper mapper)) {
                provider.defaultSerializeValue(value, json);
            } else {
                json.writeRawValue(once.of(value, mapper));
            }
        }
    }
}
