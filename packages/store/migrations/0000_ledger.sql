CREATE TABLE `ledger` (
	`seq` integer PRIMARY KEY NOT NULL,
	`stream` text NOT NULL,
	`version` integer NOT NULL,
	`at` text NOT NULL,
	`received_on` text,
	`actor` text NOT NULL,
	`kind` text NOT NULL,
	`data_digest` text NOT NULL,
	`prev` text,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ledger_stream_version` ON `ledger` (`stream`,`version`);--> statement-breakpoint
CREATE TABLE `ledger_data` (
	`seq` integer PRIMARY KEY NOT NULL,
	`data` text,
	`salt` text,
	FOREIGN KEY (`seq`) REFERENCES `ledger`(`seq`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `answers` (
	`principal` text NOT NULL,
	`key` text NOT NULL,
	`request_hash` text NOT NULL,
	`status` integer NOT NULL,
	`body` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`principal`, `key`)
);
--> statement-breakpoint
CREATE TABLE `credentials` (
	`hash` text PRIMARY KEY NOT NULL,
	`credential` text NOT NULL,
	`what` text NOT NULL,
	`principal` text NOT NULL,
	`roles` text NOT NULL,
	`unit` text,
	`label` text NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`expires_at` text NOT NULL,
	`revoked_at` text,
	`uses_left` integer,
	`link` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `credentials_credential` ON `credentials` (`credential`);--> statement-breakpoint
CREATE TABLE `desk_drafts` (
	`plan` text NOT NULL,
	`report` text NOT NULL,
	`period` text NOT NULL,
	`rev` integer NOT NULL,
	`content` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`plan`, `report`, `period`)
);
--> statement-breakpoint
CREATE TABLE `documents` (
	`sha256` text PRIMARY KEY NOT NULL,
	`media_type` text NOT NULL,
	`name` text NOT NULL,
	`bytes` blob NOT NULL
);
--> statement-breakpoint
CREATE TABLE `drafts` (
	`plan` text NOT NULL,
	`report` text NOT NULL,
	`period` text NOT NULL,
	`unit` text NOT NULL,
	`rev` integer NOT NULL,
	`content` text NOT NULL,
	`answered` integer NOT NULL,
	`asked` integer NOT NULL,
	`ready` integer NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`plan`, `report`, `period`, `unit`)
);
--> statement-breakpoint
CREATE INDEX `drafts_unit` ON `drafts` (`unit`);--> statement-breakpoint
CREATE TABLE `settings` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `agencies` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`position` integer NOT NULL,
	`content` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `consolidations` (
	`plan` text NOT NULL,
	`report` text NOT NULL,
	`period` text NOT NULL,
	`state` text NOT NULL,
	PRIMARY KEY(`plan`, `report`, `period`)
);
--> statement-breakpoint
CREATE TABLE `facts` (
	`plan` text NOT NULL,
	`report` text NOT NULL,
	`period` text NOT NULL,
	`unit` text NOT NULL,
	`facts` text NOT NULL,
	`filed_seq` integer,
	`erased` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`plan`, `report`, `period`, `unit`)
);
--> statement-breakpoint
CREATE INDEX `facts_unit` ON `facts` (`unit`);--> statement-breakpoint
CREATE TABLE `office` (
	`id` integer PRIMARY KEY NOT NULL,
	`settings` text,
	`revision` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `plan_versions` (
	`plan` text NOT NULL,
	`version` integer NOT NULL,
	`adopted` text NOT NULL,
	`content` text NOT NULL,
	PRIMARY KEY(`plan`, `version`)
);
--> statement-breakpoint
CREATE TABLE `plans` (
	`id` text PRIMARY KEY NOT NULL,
	`year` integer NOT NULL,
	`title` text NOT NULL,
	`version` integer NOT NULL,
	`adopted` text NOT NULL,
	`events` text NOT NULL,
	`openings` text NOT NULL,
	`stream_version` integer NOT NULL
);
