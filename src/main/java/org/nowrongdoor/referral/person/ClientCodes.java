package org.nowrongdoor.referral.person;

import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.nowrongdoor.access.caller.MasterKey;

/** Six easy words by which a person asks how her referral goes: 60 bits, made from its id and the master key, so that
 *  a repeated request gets the same ones and only their keyed hash is kept. */
@Singleton
public class ClientCodes {

    private static final int WORDS = 6;
    private static final int BITS_A_WORD = 10;
    private static final int WORDS_A_LIST = 1 << BITS_A_WORD;

    // Six words of six letters and what stands between them, with room for a slip.
    private static final int LONGEST = 80;

    private final byte[] codeKey;
    private final byte[] hashKey;
    private final Map<String, List<String>> lists = Map.of("en", read("en"), "es", read("es"));
    private final Map<String, Integer> places = new HashMap<>();

    ClientCodes(MasterKey master) {
        codeKey = master.derive("referral-client-code");
        hashKey = master.derive("referral-client-code-hash");
        lists.values().forEach(words -> {
            for (int place = 0; place < WORDS_A_LIST; place++) {
                if (places.put(words.get(place), place) != null) {
                    throw new IllegalStateException("a word stands twice in the lists: " + words.get(place));
                }
            }
        });
    }

    /** The words of a referral, in English or Spanish; both lead to it. */
    public String of(UUID referralId, String lang) {
        var words = Objects.requireNonNull(lists.get(lang));
        var code = new ArrayList<String>();
        long number = number(referralId);
        for (int word = 0; word < WORDS; word++) {
            code.add(words.get((int) (number >>> (BITS_A_WORD * word)) & (WORDS_A_LIST - 1)));
        }
        return String.join("-", code);
    }

    /** What is kept of the words of a referral. */
    public byte[] digest(UUID referralId) {
        return digest(number(referralId));
    }

    /** What would be kept of words as someone says them, whatever stands between them; empty when they cannot be a
     *  code. */
    public Optional<byte[]> digest(String said) {
        if (said.length() > LONGEST) {
            return Optional.empty();
        }
        var folded = Normalizer.normalize(said, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z]+", " ")
                .strip();
        var words = folded.split(" ", -1);
        if (words.length != WORDS) {
            return Optional.empty();
        }
        long number = 0;
        for (int word = 0; word < WORDS; word++) {
            var place = places.get(words[word]);
            if (place == null) {
                return Optional.empty();
            }
            number |= (long) place << (BITS_A_WORD * word);
        }
        return Optional.of(digest(number));
    }

    private long number(UUID referralId) {
        var bytes = MasterKey.hmac(codeKey, referralId.toString().getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.wrap(bytes).getLong() & ((1L << (WORDS * BITS_A_WORD)) - 1);
    }

    private byte[] digest(long number) {
        return MasterKey.hmac(
                hashKey, ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    private static List<String> read(String lang) {
        var file = "/referral/words-" + lang + ".txt";
        try (var stream = Objects.requireNonNull(ClientCodes.class.getResourceAsStream(file), file);
                var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            var words = lines.lines().filter(line -> !line.startsWith("#")).toList();
            if (words.size() != WORDS_A_LIST) {
                throw new IllegalStateException(file + " must hold 1024 words, holds " + words.size());
            }
            return words;
        } catch (IOException e) {
            throw new IllegalStateException(file + " cannot be read", e);
        }
    }
}
