package org.nowrongdoor.exchange.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.nowrongdoor.directory.record.Phone;
import org.nowrongdoor.exchange.row.JsonMembers;
import org.nowrongdoor.exchange.row.RecordSchema;

/** Puts what senders write into one member of a phone into the members that are there for it. */
final class PhoneParts {

    private static final Pattern EXTENSION =
            Pattern.compile("(?:extension|extn|ext|x|#)?[.:]?\\s*(\\d{1,9})", Pattern.CASE_INSENSITIVE);

    private PhoneParts() {}

    /** Takes an extension out of the number, and makes one that is text a number. */
    static void split(RecordSchema form, ObjectNode record) {
        if (form.record() != Phone.class) {
            return;
        }
        var number = JsonMembers.text(record, "number");
        if (number != null) {
            PhoneText.read(number).filter(read -> read.extension() != null).ifPresent(read -> {
                record.put("number", read.number());
                if (!record.hasNonNull("extension")) {
                    record.put("extension", read.extension());
                }
            });
        }
        var extension = JsonMembers.text(record, "extension");
        if (extension != null) {
            var digits = EXTENSION.matcher(extension.strip());
            if (digits.matches()) {
                record.put("extension", new BigDecimal(digits.group(1)));
            }
        }
    }
}
