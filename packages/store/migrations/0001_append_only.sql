-- Written by hand: drizzle-kit knows no triggers. What happened is only ever added to; data may be erased, no more.
-- These stop mistakes; whoever can drop them is found out by `verify`.
CREATE TRIGGER `ledger_no_update` BEFORE UPDATE ON `ledger`
BEGIN
  SELECT RAISE(ABORT, 'The ledger is append-only: no entry is changed.');
END;
--> statement-breakpoint
CREATE TRIGGER `ledger_no_delete` BEFORE DELETE ON `ledger`
BEGIN
  SELECT RAISE(ABORT, 'The ledger is append-only: no entry is deleted.');
END;
--> statement-breakpoint
-- INSERT OR REPLACE deletes without asking the triggers above. The words are those of a broken UNIQUE constraint, which
-- this is: the store takes it for a conflict.
CREATE TRIGGER `ledger_no_replace` BEFORE INSERT ON `ledger`
WHEN EXISTS (SELECT 1 FROM `ledger` WHERE `seq` = NEW.`seq`)
  OR EXISTS (SELECT 1 FROM `ledger` WHERE `stream` = NEW.`stream` AND `version` = NEW.`version`)
BEGIN
  SELECT RAISE(ABORT, 'UNIQUE constraint failed: ledger.stream, ledger.version');
END;
--> statement-breakpoint
CREATE TRIGGER `ledger_data_only_erased` BEFORE UPDATE ON `ledger_data`
WHEN NEW.`seq` IS NOT OLD.`seq` OR NEW.`data` IS NOT NULL OR NEW.`salt` IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'The data of an entry can only be erased.');
END;
--> statement-breakpoint
CREATE TRIGGER `ledger_data_no_delete` BEFORE DELETE ON `ledger_data`
BEGIN
  SELECT RAISE(ABORT, 'The ledger is append-only: erase the data, keep the row.');
END;
--> statement-breakpoint
CREATE TRIGGER `ledger_data_no_replace` BEFORE INSERT ON `ledger_data`
WHEN EXISTS (SELECT 1 FROM `ledger_data` WHERE `seq` = NEW.`seq`)
BEGIN
  SELECT RAISE(ABORT, 'UNIQUE constraint failed: ledger_data.seq');
END;
--> statement-breakpoint
-- Facts folded before an erasure would bring back what was erased: whoever writes them was too late.
CREATE TRIGGER `facts_after_erasure` BEFORE UPDATE ON `facts`
WHEN NEW.`erased` < OLD.`erased`
BEGIN
  SELECT RAISE(ABORT, 'UNIQUE constraint failed: facts.erased');
END;
